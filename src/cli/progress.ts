/** Progress of a batch on standard error: a bar on a terminal, else a line a file, or JSON. */
import type { BatchEvent } from '../batch/events.ts'
import { width } from './text.ts'

export interface Progress {
  show(event: BatchEvent): void
  /** A message between the files. */
  say(text: string): void
  end(): void
}

export function progress(json: boolean): Progress {
  if (json) return jsonLog()
  return process.stderr.isTTY ? bar() : plainLines()
}

function jsonLog(): Progress {
  const print = (event: object) => console.error(JSON.stringify({ time: new Date().toISOString(), ...event }))
  return { show: print, say: (message) => print({ event: 'message', message }), end: () => {} }
}

function plainLines(): Progress {
  const tally = new Tally()
  return {
    show(event) {
      tally.add(event)
      const text = lineOf(event)
      if (text !== null) console.error(event.event === 'file' ? `${tally.place()} ${text}` : text)
    },
    say: (text) => console.error(`juesuan: ${text}`),
    end: () => {},
  }
}

/** Milliseconds between two pictures of the bar. */
const REDRAW = 100
const BAR_COLUMNS = 20

function bar(): Progress {
  const tally = new Tally()
  let drawn = 0
  const print = (text: string) => process.stderr.write(`\r\x1b[K${text}\n`)
  const draw = () => {
    const columns = process.stderr.columns ?? 80
    let text = tally.bar(BAR_COLUMNS)
    while (width(text) >= columns) text = text.slice(0, -1)
    process.stderr.write(`\r\x1b[K${text}`)
    drawn = Date.now()
  }
  return {
    show(event) {
      tally.add(event)
      if (event.event !== 'file' || event.line.state === 'failed') print(lineOf(event) ?? '')
      if (event.event !== 'look' && (Date.now() - drawn > REDRAW || tally.isComplete)) draw()
    },
    say: (text) => print(`juesuan: ${text}`),
    end: () => process.stderr.write('\r\x1b[K'),
  }
}

function lineOf(event: BatchEvent): string | null {
  if (event.event === 'look') return `juesuan: ${event.files} files; looking which are done`
  if (event.event === 'start') {
    const { todo, settled, duplicates, jobs } = event
    return `juesuan: ${todo} to read with ${jobs} workers, ${settled} done or failed before, ${duplicates} duplicates`
  }
  const { state, reason, pages, seconds, findings } = event.line
  if (state === 'failed') return `FAILED ${event.file}: ${reason?.message}`
  const found = findings && findings.error + findings.warning > 0 ? `, ${counted(findings)}` : ''
  return `${state} ${event.file}: ${pages} pages, ${seconds?.toFixed(1)} s${found}`
}

function counted({ error, warning }: { error: number; warning: number }): string {
  return `${error} errors, ${warning} warnings`
}

/** How far a run is, and how fast. */
class Tally {
  private todo = 0
  private read = 0
  private failed = 0
  private pages = 0
  private began = Date.now()

  add(event: BatchEvent): void {
    if (event.event === 'start') {
      this.todo = event.todo
      this.began = Date.now()
    }
    if (event.event !== 'file') return
    this.read++
    this.pages += event.line.pages ?? 0
    if (event.line.state === 'failed') this.failed++
  }

  get isComplete(): boolean {
    return this.read === this.todo
  }

  place(): string {
    return `${this.read}/${this.todo}`
  }

  bar(columns: number): string {
    const share = this.todo === 0 ? 1 : this.read / this.todo
    const full = Math.round(share * columns)
    const seconds = (Date.now() - this.began) / 1000
    const parts = [`${'█'.repeat(full)}${'░'.repeat(columns - full)} ${this.place()}`]
    if (this.read > 0) {
      parts.push(`${(this.read / seconds).toFixed(1)} files/s`, `${(this.pages / seconds).toFixed(0)} pages/s`)
      parts.push(`${duration((seconds / this.read) * (this.todo - this.read))} left`)
    }
    if (this.failed > 0) parts.push(`${this.failed} failed`)
    return parts.join(' · ')
  }
}

/** 75 → 1 min 15 s. */
export function duration(seconds: number): string {
  const whole = Math.round(seconds)
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60]
  if (hours > 0) return `${hours} h ${minutes} min`
  return minutes > 0 ? `${minutes} min ${whole % 60} s` : `${whole} s`
}
