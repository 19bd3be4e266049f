/**
 * Webhooks accepted a second, each on disk before its reply: the console, with everything that a progress webhook means
 * to it, against a bare server that inserts one row.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:https'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setStage } from '../scripts/lib/demo-stage.ts'
import { startSilentJob } from '../scripts/lib/silent-job.ts'
import { median } from './median.ts'

// Together less than the console takes from one address in a minute.
const ROUNDS = 4
const REQUESTS = 1_000
/** Connections kept open, each with one request at a time: a classroom that reports at once. */
const CONNECTIONS = 16
const PATH = '/opengnsys/rest/clients/status/webhook'

interface Target {
  readonly port: number
  /** The n-th body ever sent there. */
  body(n: number): string
  sent: number
}

function post(port: number, agent: Agent, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
    const sent = request({ host: '127.0.0.1', port, path: PATH, method: 'POST', agent, headers }, (reply) => {
      reply.resume()
      reply.on('end', () =>
        reply.statusCode === 200 ? resolve() : reject(new Error(`status ${reply.statusCode}`))
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Sends a round; returns requests a second. */
async function round(target: Target, agent: Agent): Promise<number> {
  const end = target.sent + REQUESTS
  const started = performance.now()
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (target.sent < end) await post(target.port, agent, target.body(target.sent++))
    })
  )
  return REQUESTS / ((performance.now() - started) / 1000)
}

/** Measures both in turn, so that a machine that slows down slows both. */
export async function benchWebhooks(): Promise<object> {
  const stage = await setStage({ computers: 2, duration: 0 })
  const bareProcess = spawn(
    process.execPath,
    [join(import.meta.dirname, 'bare-webhook-server.ts'), join(stage.directory, 'data')],
    { stdio: ['ignore', 'pipe', 'inherit'] }
  )
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS, rejectUnauthorized: false })
  try {
    const [line] = (await once(createInterface({ input: bareProcess.stdout }), 'line')) as [string]
    const total = (ROUNDS + 1) * REQUESTS
    const jobId = await startSilentJob(stage)
    const body = (n: number) => JSON.stringify({ job_id: jobId, progress: (n + 1) / (total + 1) })
    const console: Target = { port: stage.console.ready.webhook.port, body, sent: 0 }
    const bare: Target = { port: (JSON.parse(line) as { port: number }).port, body, sent: 0 }
    const rates = { console: [] as number[], bare: [] as number[] }
    for (let index = 0; index <= ROUNDS; index++) {
      const measured = { bare: await round(bare, agent), console: await round(console, agent) }
      // The first round warms both up.
      if (index === 0) continue
      rates.console.push(measured.console)
      rates.bare.push(measured.bare)
    }
    return {
      'console, webhooks a second': Math.round(median(rates.console)),
      'bare server, webhooks a second': Math.round(median(rates.bare)),
      ratio: median(rates.console.map((rate, index) => rate / rates.bare[index]!)).toFixed(2)
    }
  } finally {
    agent.destroy()
    bareProcess.kill('SIGTERM')
    await stage.close()
    stage.removeDirectory()
  }
}
