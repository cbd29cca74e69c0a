/** With `--import`: every way out to the network throws, in this process and its threads. */
import dgram from 'node:dgram'
import dns from 'node:dns'
import http from 'node:http'
import http2 from 'node:http2'
import https from 'node:https'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import tls from 'node:tls'

function forbidden() {
  // Not only thrown: whoever catches it shall not hide it.
  process.exitCode = 99
  process.stderr.write('NETWORK FORBIDDEN\n')
  throw new Error('network forbidden')
}

net.Socket.prototype.connect = forbidden
for (const name of ['connect', 'createConnection']) net[name] = forbidden
tls.connect = forbidden
http2.connect = forbidden
for (const module of [http, https]) for (const name of ['request', 'get']) module[name] = forbidden
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) dns[name] = dns.promises[name] = forbidden
dgram.createSocket = forbidden
globalThis.fetch = forbidden
globalThis.WebSocket = forbidden
syncBuiltinESMExports()
