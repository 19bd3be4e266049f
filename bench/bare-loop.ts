/**
 * The least that could give a command to a classroom: so many requests at a time, each over a connection of its own as
 * the agents want it, each reply read; where jobs report by webhook, a server that takes them. It keeps nothing, tells
 * nobody, and asks no questions. TLS is node:https's own, with its cache of sessions: an Agent keeps those of a hundred
 * addresses, so of more computers than that none is resumed, neither here nor by the console.
 */
import { createServer, Agent } from 'node:https'
import type { AddressInfo } from 'node:net'
import { post } from './bare-post.ts'

export const AT_ONCE = 50

/** Does a piece of work for each, so many at a time; resolves with the milliseconds that it took. */
export async function inLoop(count: number, work: (index: number) => Promise<unknown>): Promise<number> {
  const started = performance.now()
  let next = 0
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (next < count) await work(next++)
    })
  )
  return performance.now() - started
}

export interface BareLoop {
  /** Where jobs report to. */
  readonly reportTo: number
  /** Sends each computer the body; milliseconds until every reply is in. */
  send(path: string, body: string): Promise<number>
  /** The same, of a job: milliseconds until every job has reported. */
  runJobs(path: string, body: string): Promise<number>
  close(): void
}

/** Starts the loop's server. */
export async function startBareLoop(
  ports: readonly number[],
  certificate: { readonly key: string; readonly cert: string },
  secret: string
): Promise<BareLoop> {
  const agent = new Agent({ keepAlive: false, rejectUnauthorized: false, minVersion: 'TLSv1.2' })
  /** Jobs that report before their reply has been read, and jobs that are waited for. */
  const early = new Set<string>()
  const awaited = new Map<string, () => void>()

  const server = createServer(certificate, (request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { job_id: jobId } = JSON.parse(Buffer.concat(chunks).toString()) as { job_id: string }
      response.writeHead(200, { 'content-type': 'application/json', connection: 'close' }).end('{"ok":true}')
      if (awaited.has(jobId)) awaited.get(jobId)!()
      else early.add(jobId)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  async function runJob(port: number, path: string, body: string): Promise<void> {
    const { job_id: jobId } = (await post({ port, path, body, agent })) as { job_id: string }
    if (!early.delete(jobId)) await new Promise<void>((resolve) => awaited.set(jobId, resolve))
    awaited.delete(jobId)
  }

  return {
    reportTo: (server.address() as AddressInfo).port,
    send: (path, body) =>
      inLoop(ports.length, (index) => post({ port: ports[index]!, path, body, agent, secret })),
    runJobs: (path, body) => inLoop(ports.length, (index) => runJob(ports[index]!, path, body)),
    close() {
      agent.destroy()
      server.close()
    }
  }
}
