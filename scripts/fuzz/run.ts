/** Attacks the real headless console, on both of its doors, and looks whether it notices. */
import { Agent, request } from 'node:https'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import fc from 'fast-check'
import { WEBHOOK_LIMITS, usualLimits } from '#shared/domain/limits.ts'
import { connectToConsole } from '../lib/console-client.ts'
import { setStage } from '../lib/demo-stage.ts'
import { startSilentJob } from '../lib/silent-job.ts'
import { attacks, crowd, type Attack } from './attacks.ts'
import type { Door } from './known.ts'
import { send } from './send.ts'
import { differences, readTables, usageOf, type Usage } from './state.ts'

/** Generated at once; nothing else happens here meanwhile. */
const BATCH = 20
/** At the same time; those that only wait are beside them. */
const AT_ONCE = 24
const HELD_AT_ONCE = 120
/** Share of the attacks after which the process has come to its size: Node lets its heap grow before it tidies up. */
const WARM_UP = 0.5
/** All at once: before the first look at the memory, and at the end. */
const CROWD = 1_500
const MOST_MB = 64
const MOST_HANDLES = 8
/** Between two proper webhooks. */
const PROPER_EVERY = 150
const SETTLED_WITHIN = 30_000
const KEPT_PROBLEMS = 50

export interface FuzzOptions {
  readonly requests: number
  readonly seed: number
}

/** Posts a proper webhook of the job; its status. */
function tell(port: number, agent: Agent, jobId: string, progress: number): Promise<number> {
  const body = JSON.stringify({ job_id: jobId, progress })
  return new Promise((resolve, reject) => {
    const path = '/opengnsys/rest/clients/status/webhook'
    const headers = { 'content-type': 'application/json', 'content-length': body.length }
    const sent = request({ host: '127.0.0.1', port, path, method: 'POST', agent, headers }, (reply) => {
      reply.resume()
      reply.on('end', () => resolve(reply.statusCode ?? 0))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

const excerpt = ({ writes }: Attack) =>
  JSON.stringify(Buffer.concat(writes).subarray(0, 200).toString('latin1'))

/** The way in of a page, to be abused. */
async function cookieOf(url: string): Promise<string> {
  const reply = await fetch(url, { redirect: 'manual' })
  return reply.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

/** Waits until as many files are open as before, or long enough. */
async function settled(pid: number, most: number): Promise<Usage> {
  const until = Date.now() + SETTLED_WITHIN
  let usage = usageOf(pid)
  while (usage.handles > most && Date.now() < until) {
    await pause(200)
    usage = usageOf(pid)
  }
  return usage
}

/** Sends so many attacks and reports what should not have been. */
export async function runFuzz({ requests, seed }: FuzzOptions, say: (text: string) => void) {
  const problems: string[] = []
  let problemCount = 0
  const problem = (text: string) => {
    problemCount += 1
    if (problems.length < KEPT_PROBLEMS) problems.push(text)
  }
  const stage = await setStage({
    computers: 2,
    duration: 0,
    log: (line) => {
      if (line.includes('"level":"error"') || !line.startsWith('{'))
        problem(`in the log: ${line.slice(0, 500)}`)
    }
  })
  const agent = new Agent({ keepAlive: false, rejectUnauthorized: false })
  const { child, ready, exited } = stage.console
  let alive = true
  const ended = (code: number | null): void => {
    if (alive) problem(`the console has ended (code ${code})`)
    alive = false
  }
  void exited.then(ended)
  try {
    const url = new URL(ready.url!)
    const ports: Record<Door, number> = { webhook: ready.webhook.port, headless: Number(url.port) }
    const client = await connectToConsole(await stage.console.signInUrl())
    // Patience is tried by the tests; here much has to be sent away in little time.
    const webhookLimits = {
      ...usualLimits(WEBHOOK_LIMITS),
      headerSeconds: 1,
      requestSeconds: 2,
      idleSeconds: 1,
      requestsPerMinute: 1_000_000
    }
    await client.api.system.changeSettings({ webhookLimits })
    client.close()
    const jobId = await startSilentJob(stage)
    const progress = 0.25
    if ((await tell(ports.webhook, agent, jobId, progress)) !== 200)
      problem('a proper webhook was refused before')
    const computer = stage.lab.describe().computers[0]!
    const known = {
      jobId,
      mac: computer.mac,
      ip: computer.ip,
      host: url.host,
      cookie: await cookieOf(await stage.console.signInUrl())
    }
    const arbitrary = attacks(known)
    const dataDirectory = join(stage.directory, 'data')
    const before = readTables(dataDirectory)
    const quiet = usageOf(child.pid!)
    say(`before: ${JSON.stringify(quiet)}`)

    // The attacks are made in this process: a proper webhook may wait for them before it leaves, and not for the console.
    const own = monitorEventLoopDelay({ resolution: 5 })
    own.enable()
    const proper = { sent: 0, slowestMs: 0, ofItHereMs: 0 }
    let done = false
    const meanwhile = (async () => {
      while (!done && alive) {
        own.reset()
        const started = performance.now()
        // The same news again: taken, and nothing new.
        const status = await tell(ports.webhook, agent, jobId, progress).catch(
          (error: Error) => error.message
        )
        if (status !== 200) problem(`a proper webhook meanwhile: ${status}`)
        proper.sent += 1
        const took = Math.round(performance.now() - started)
        if (took > proper.slowestMs) {
          proper.slowestMs = took
          proper.ofItHereMs = Math.round(own.max / 1e6)
        }
        await pause(PROPER_EVERY)
      }
    })()

    const statuses: Record<string, number> = {}
    const families: Record<string, number> = {}
    async function attack(one: Attack, index: number): Promise<void> {
      const { statuses: told, left } = await send(one, ports)
      families[one.family] = (families[one.family] ?? 0) + 1
      for (const status of told) statuses[status] = (statuses[status] ?? 0) + 1
      const name = `${one.door}, ${one.family}, number ${index}: ${excerpt(one)}`
      if (told.some((status) => status >= 500)) problem(`answered with ${told.join(', ')}: ${name}`)
      if (left) problem(`the connection was left open: ${name}`)
    }

    /** Many at once, which takes memory for as long as they are there, and leaves some of it to the process. */
    const attackInCrowd = (from: number) =>
      Promise.all(crowd(CROWD).map((one, number) => attack(one, from + number)))

    const held = new Set<Promise<void>>()
    const running = new Set<Promise<void>>()
    let warm: Usage | undefined
    for (let from = 0; from < requests && alive; from += BATCH) {
      const count = Math.min(BATCH, requests - from)
      for (const [index, one] of fc.sample(arbitrary, { seed: seed + from, numRuns: count }).entries()) {
        const lane = one.held ? held : running
        const work: Promise<void> = attack(one, from + index).finally(() => lane.delete(work))
        lane.add(work)
        if (lane.size >= (one.held ? HELD_AT_ONCE : AT_ONCE)) await Promise.race(lane)
      }
      if (warm === undefined && from + count >= requests * WARM_UP) {
        await Promise.all([...held, ...running])
        // What the second crowd needs, the first one has had.
        await attackInCrowd(requests)
        warm = await settled(child.pid!, quiet.handles)
        say(`warm: ${JSON.stringify(warm)}`)
      }
    }
    await Promise.all([...held, ...running])
    if (alive) await attackInCrowd(requests + CROWD)
    done = true
    await meanwhile

    const after = alive && warm ? await settled(child.pid!, quiet.handles) : undefined
    if (warm && after) {
      if (after.handles > warm.handles + MOST_HANDLES)
        problem(`open files: ${warm.handles}, then ${after.handles}`)
      if (after.rssMb > warm.rssMb + MOST_MB) problem(`memory in MB: ${warm.rssMb}, then ${after.rssMb}`)
    }
    for (const difference of differences(before, readTables(dataDirectory))) problem(difference)
    if ((await tell(ports.webhook, agent, jobId, 0.5).catch(() => 0)) !== 200) {
      problem('a proper webhook was refused afterwards')
    }
    if (readTables(dataDirectory).get('traces')?.digest === before.get('traces')?.digest) {
      problem('a proper webhook has changed nothing afterwards')
    }
    return { problems, problemCount, families, statuses, proper, quiet, warm, after }
  } finally {
    alive = false
    agent.destroy()
    await stage.close()
    stage.removeDirectory()
  }
}
