import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { startTestConsole, type TestConsole } from './console.ts'
import { deferred } from './follow.ts'
import { makeCertificate } from './peer.ts'
import { AGENT_WEBHOOK, post } from './webhook.ts'

/** A call that one of the agents has taken on. */
interface FleetJob {
  readonly id: string
  readonly name: string
  readonly body: Record<string, string>
}

/** Many agents behind one server, which take every job on and end it when the test says so. */
export interface Fleet extends TestConsole {
  readonly ids: number[]
  /** Those that were taken on and have not ended. */
  readonly open: FleetJob[]
  /** The most that were open at one time. */
  most(): number
  /** Every call, in order. */
  readonly calls: FleetJob[]
  /** Resolves once so many calls have come. */
  called(count: number): Promise<void>
  finish(job: FleetJob, change?: Record<string, unknown>): Promise<void>
}

/** `directory`: where the console keeps its data; a second one there takes up what the first has left. */
export async function startFleet(
  size: number,
  options: NonNullable<Parameters<typeof startTestConsole>[0]> = {}
): Promise<Fleet> {
  const { key, cert } = await makeCertificate('agents')
  const open: FleetJob[] = []
  const calls: FleetJob[] = []
  let most = 0
  let news = deferred()
  const server = createServer({ key, cert }, (request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      response.setHeader('content-type', 'application/json')
      if (request.method === 'GET') {
        response.end('{"status":"OPG","loggedin":false,"session":""}')
        return
      }
      const body = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, string>
      const name = request.url!.split('/').at(-1)!
      const job = { id: `${name}-${calls.length.toString(16).padStart(8, '0')}`, name, body }
      calls.push(job)
      most = Math.max(most, open.push(job))
      response.end(JSON.stringify({ job_id: job.id }))
      news.resolve()
      news = deferred()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const ip = (index: number) => `10.1.${index >> 7}.${(index & 127) + 1}`
  const indexes = Array.from({ length: size }, (_, index) => index)
  const started = await startTestConsole({
    networkMap: indexes.map((index) => `${ip(index)}:8000=127.0.0.1:${port}`),
    ...options
  })
  if ((await started.api.inventory.snapshot()).units.length === 0) {
    started.console.importInventory({
      format: 'ogdesk-inventory',
      version: 2,
      units: [
        {
          type: 'classroom',
          name: 'Aula 1',
          clients: indexes.map((index) => ({
            name: `pc${index}`,
            mac: `02:00:00:00:${(index >> 8).toString(16).padStart(2, '0')}:${(index & 255).toString(16).padStart(2, '0')}`,
            ip: ip(index)
          }))
        }
      ]
    })
  }
  const { clients } = await started.api.inventory.snapshot()
  return {
    ...started,
    ids: clients.map(({ id }) => id),
    open,
    calls,
    most: () => most,
    async called(count) {
      while (calls.length < count) await news.promise
    },
    async finish(job, change = {}) {
      open.splice(open.indexOf(job), 1)
      const cfg = 'disk=1\tpar=1\tcpt=83\tfsi=EXT4\tsoi=Debian\ttam=100\tuso=3'
      const result = { job_id: job.id, nfn: `RESPUESTA_${job.name}`, res: '1', der: '', cfg, ...change }
      const { status } = await post(started.url() + AGENT_WEBHOOK, result)
      if (status !== 200) throw new Error(`The console answered ${status}.`)
    }
  }
}
