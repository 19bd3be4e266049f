/**
 * What it costs to give one command to 500 computers, from the order to the end of its batch with every step on disk:
 * beside a bare loop that sends the same requests, as many at a time, and keeps nothing.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:https'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { connectToConsole, type ConsoleClient } from '../scripts/lib/console-client.ts'
import { startConsoleProcess } from '../scripts/lib/console-process.ts'
import { median } from './median.ts'

const COMPUTERS = 500
const AT_ONCE = 50
const ROUNDS = 5
const STARTED = '/opengnsys/rest/ogagent/started'
const ORDER = { command: 'message', title: 'Aviso', text: 'La clase termina en cinco minutos.' } as const
/** Milliseconds between two questions to a console that dispatches. */
const ASKED_EVERY = 5

const indexes = Array.from({ length: COMPUTERS }, (_, index) => index)
const ip = (index: number) => `10.1.${index >> 7}.${(index & 127) + 1}`
const mac = (index: number) => `02:00:00:00:0${index >> 8}:${(index & 255).toString(16).padStart(2, '0')}`

function post(port: number, path: string, body: string, agent: Agent, secret?: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      ...(secret !== undefined && { authorization: secret })
    }
    const sent = request({ host: '127.0.0.1', port, path, method: 'POST', agent, headers }, (reply) => {
      let text = ''
      reply.on('data', (chunk: Buffer) => (text += chunk.toString()))
      reply.on('end', () => {
        JSON.parse(text)
        resolve()
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Works on every computer, so many at a time; returns the milliseconds that it took. */
async function inLoop(work: (index: number) => Promise<void>): Promise<number> {
  const started = performance.now()
  let next = 0
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (next < COMPUTERS) await work(next++)
    })
  )
  return performance.now() - started
}

const inventory = () => ({
  format: 'ogdesk-inventory',
  version: 2,
  units: [
    {
      type: 'classroom',
      name: 'Aula 1',
      clients: indexes.map((index) => ({ name: `pc${index}`, mac: mac(index), ip: ip(index) }))
    }
  ]
})

type Api = ConsoleClient['api']

/** Gives the command once; returns the milliseconds until every computer has its outcome on disk. */
async function dispatch(api: Api, clientIds: number[], meanwhile?: () => Promise<void>): Promise<number> {
  const { id } = await api.commands.run({
    order: ORDER,
    clientIds,
    moment: { kind: 'now' },
    target: 'Aula 1'
  })
  for (;;) {
    await (meanwhile?.() ?? pause(100))
    const { batches } = await api.batches.list()
    const batch = batches.find((one) => one.id === id)!
    if (batch.state !== 'done') continue
    if (batch.counts.success !== COMPUTERS) throw new Error(`done: ${JSON.stringify(batch.counts)}`)
    // By the console's own clock: nobody's question is in it.
    return batch.finishedAt! - batch.createdAt
  }
}

/** Has every agent report in with a secret, and every state asked. */
async function meet(api: Api, webhookPort: number, agent: Agent): Promise<number[]> {
  await inLoop((index) =>
    post(
      webhookPort,
      STARTED,
      JSON.stringify({
        mac: mac(index),
        ip: ip(index),
        secret: 'x'.repeat(32),
        ostype: 'Linux',
        osversion: 'Debian'
      }),
      agent
    )
  )
  const { clients } = await api.inventory.snapshot()
  return clients.map(({ id }) => id)
}

/** Asks every computer for its state, again those that a busy machine has not let answer in time. */
async function ask(api: Api, clientIds: number[]): Promise<void> {
  for (let silent = clientIds; silent.length > 0;) {
    const input = { order: ORDER, clientIds: silent, moment: { kind: 'now' } } as const
    silent = []
    for await (const { clientId, obstacle } of await api.commands.check(input)) {
      if (obstacle) silent.push(clientId)
    }
  }
}

/** Both in turn, so that a machine that slows down slows both. */
export async function benchDispatch(): Promise<object> {
  const directory = mkdtempSync(join(tmpdir(), 'ogdesk-bench-dispatch-'))
  const agents = spawn(process.execPath, [join(import.meta.dirname, 'bare-agents.ts')], {
    stdio: ['ignore', 'pipe', 'inherit']
  })
  const [line] = (await once(createInterface({ input: agents.stdout }), 'line')) as [string]
  const { port } = JSON.parse(line) as { port: number }
  const file = join(directory, 'inventory.json')
  writeFileSync(file, JSON.stringify(inventory()))
  const console = await startConsoleProcess({
    args: [
      `--data-dir=${join(directory, 'data')}`,
      '--webhook-host=127.0.0.1',
      '--webhook-port=0',
      `--import=${file}`,
      ...indexes.map((index) => `--network-map=${ip(index)}:8000=127.0.0.1:${port}`)
    ]
  })
  const { api, close } = await connectToConsole(await console.signInUrl())
  // As the console does: a connection a request.
  const agent = new Agent({ keepAlive: false, rejectUnauthorized: false, minVersion: 'TLSv1.2' })
  const body = JSON.stringify({ title: ORDER.title, message: ORDER.text })
  const bare = () => inLoop(() => post(port, '/opengnsys/popup', body, agent, 'x'.repeat(32)))
  try {
    await api.system.changeSettings({ commands: { message: { concurrency: AT_ONCE } } })
    const clientIds = await meet(api, console.ready.webhook.port, agent)
    const times = { bare: [] as number[], console: [] as number[] }
    for (let round = 0; round <= ROUNDS; round++) {
      await ask(api, clientIds)
      const measured = { bare: await bare(), console: await dispatch(api, clientIds) }
      // The first round warms both up.
      if (round === 0) continue
      times.bare.push(measured.bare)
      times.console.push(measured.console)
    }
    await ask(api, clientIds)
    const answers: number[] = []
    await dispatch(api, clientIds, async () => {
      const asked = performance.now()
      await api.traces.markSeen()
      answers.push(performance.now() - asked)
      await pause(ASKED_EVERY)
    })
    return {
      [`console, milliseconds for ${COMPUTERS} computers, ${AT_ONCE} at a time`]: Math.round(
        median(times.console)
      ),
      'bare loop, milliseconds': Math.round(median(times.bare)),
      ratio: median(times.console.map((time, index) => time / times.bare[index]!)).toFixed(2),
      'a question to the console meanwhile, milliseconds': median(answers).toFixed(1),
      'the slowest of them': Math.max(...answers).toFixed(1)
    }
  } finally {
    agent.destroy()
    close()
    await console.stop()
    agents.kill('SIGTERM')
    rmSync(directory, { recursive: true, force: true })
  }
}
