/** Other programs that take tables out of PDFs, in an environment of Python of their own. */
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { median, type Program, run } from './programs.ts'

const SCRIPT = new URL('peer.py', import.meta.url).pathname
/** Kept from run to run: making it takes a minute. */
const HOME = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'juesuan-bench')
const PYTHON = join(HOME, 'bin/python')
/** Versions are fixed, so that figures of different days can be compared. */
export const PEERS = { pdfplumber: '0.11.10', camelot: '2.0.0', tabula: '2.10.0' } as const
const PACKAGES: Record<Peer, string> = { pdfplumber: 'pdfplumber', camelot: 'camelot-py', tabula: 'tabula-py' }

export type Peer = keyof typeof PEERS

export interface PeerResult {
  seconds: number
  megabytes: number
  cells: string[]
}

/** Those that can run here; why another cannot is said on standard error. */
export function availablePeers(): Peer[] {
  const wanted = Object.keys(PEERS) as Peer[]
  try {
    if (!existsSync(PYTHON)) run({ command: 'python3', args: ['-m', 'venv', HOME] })
    const packages = wanted.map((name) => `${PACKAGES[name]}==${PEERS[name]}`)
    run({ command: PYTHON, args: ['-m', 'pip', 'install', '--quiet', ...packages] })
  } catch (error) {
    console.error(`the other programs are left out: ${String(error).split('\n', 1)}`)
    return []
  }
  return wanted.filter((name) => name !== 'tabula' || hasJava())
}

function hasJava(): boolean {
  try {
    run({ command: 'java', args: ['-version'] })
    return true
  } catch {
    console.error('tabula is left out: it needs Java')
    return false
  }
}

/** The median of `runs` runs, after a first that is not counted. */
export function runPeer(peer: Peer, file: string, runs: number): PeerResult {
  const program: Program = { command: PYTHON, args: [SCRIPT, peer, file] }
  const { cells, megabytes } = JSON.parse(run(program).stdout) as { cells: string[]; megabytes: number }
  return { cells, megabytes, seconds: median(Array.from({ length: runs }, () => run(program).seconds)) }
}
