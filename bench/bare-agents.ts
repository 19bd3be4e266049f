/**
 * The agents of many computers, which answer at once and do nothing: what remains is the caller's cost. Started by
 * classroom.ts as `node bare-agents.ts COMPUTERS`; prints their ports, and is told over IPC what they do and to whom they
 * report. Each has a port and a server of its own, as each computer has an address: a caller that keeps TLS sessions by
 * address resumes here what it would resume in a classroom, and no more. The key is short, for in a classroom every
 * computer signs for itself, and here one process does it for all.
 */
import { randomBytes } from 'node:crypto'
import { createServer, Agent } from 'node:https'
import type { AddressInfo } from 'node:net'
import { generate } from 'selfsigned'
import { post } from './bare-post.ts'

/** What all of them do, and the port that is told how their jobs have ended. */
export interface Doing {
  readonly status: 'LNX' | 'OPG'
  readonly reportTo: number
}

const REPORTED_TO = '/opengnsys/rest/clients/status/webhook'
/** As long as that of a usual computer. [L] */
const HARDWARE = [
  'cha=Tower Desktop OptiPlex 7090',
  'boa=Dell Inc. 0TWP8C A00',
  'bio=Dell Inc. 1.5.2',
  'cpu=Intel(R) Core(TM) i5-10505 CPU @ 3.20GHz',
  'mem=DIMM1 8192 MB DDR4 3200 MHz',
  'mem=DIMM2 8192 MB DDR4 3200 MHz',
  'vga=Intel Corporation RocketLake-S GT1 [UHD Graphics 730]',
  'net=Intel Corporation Ethernet Connection (14) I219-LM',
  'dis=KIOXIA KBG40ZNS256G 256 GB',
  'aud=Intel Corporation Tiger Lake-H HD Audio Controller',
  'usb=Intel Corporation Tiger Lake-H USB 3.2 Gen 2x1 xHCI Host Controller'
].join('\n')

const { private: key, cert } = await generate([{ name: 'commonName', value: 'UDS Actor' }], {
  keyType: 'ec',
  algorithm: 'sha256'
})
// Each report comes from a computer that has not met the console's server today.
const reporting = new Agent({ keepAlive: false, rejectUnauthorized: false, maxCachedSessions: 0 })
let doing: Doing = { status: 'LNX', reportTo: 0 }
process.on('message', (told: Doing) => {
  doing = told
  process.send?.('done')
})

function report(jobId: string): void {
  const result = { job_id: jobId, nfn: 'RESPUESTA_InventarioHardware', res: '1', der: '', hrd: HARDWARE }
  void post({ port: doing.reportTo, path: REPORTED_TO, body: JSON.stringify(result), agent: reporting })
}

const startAgent = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer({ key, cert }, (request, response) => {
      request.resume()
      request.on('end', () => {
        response.setHeader('content-type', 'application/json')
        if (request.method === 'GET') {
          response.end(JSON.stringify({ status: doing.status, loggedin: false, session: '' }))
        } else if (request.url?.startsWith('/CloningEngine/')) {
          const jobId = `InventarioHardware-${randomBytes(4).toString('hex')}`
          response.end(JSON.stringify({ job_id: jobId }), () => report(jobId))
        } else response.end('{"op":"launched"}')
      })
    })
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })

const ports = await Promise.all(Array.from({ length: Number(process.argv[2]) }, startAgent))
process.stdout.write(`${JSON.stringify({ ports, key, cert })}\n`)
process.on('SIGTERM', () => process.exit(0))
