/** Kills a console again and again, and looks each time at what it has left. */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { connectToConsole, type ConsoleClient } from '../lib/console-client.ts'
import { startConsoleProcess, type ConsoleProcess } from '../lib/console-process.ts'
import { describeComputers, keepReporting, startAgents } from './computers.ts'
import { createLedger, type Ledger, type Reported } from './ledger.ts'
import { order, prepare, unfinished } from './orders.ts'
import { createRandom, type Random } from './random.ts'
import { Target } from './sender.ts'
import { verify } from './verify.ts'

const WORKERS = 40
const SEATS = 3
const STRANGERS = 3
/** Share of the kills that meet a console which is still starting. */
const DURING_START = 0.15
/** Share of the others that come once there are orders to work on. */
const ORDERED_FIRST = 0.8
/** Milliseconds of a start, in which such a kill comes. */
const LONGEST_START = 900
/** Answers that a console gives before it is killed, and the longest that they are waited for: machines differ. */
const MOST_ANSWERS = 150
const LONGEST_LIFE = 6_000
/** Milliseconds after the last of them: not every kill follows an answer. */
const LONGEST_PAUSE = 40
/** The longest that everything may take to end once nobody kills any more. */
const END_WITHIN = 180_000

export interface CrashReport {
  readonly problems: readonly string[]
  readonly kills: number
  readonly duringStart: number
  readonly webhooks: number
  readonly acknowledged: number
  readonly reports: number
  readonly calls: number
  readonly bytes: number
}

/** @param say told of what happens, a line a kill */
export async function runCrashes(
  { kills, seed }: { kills: number; seed: number },
  say: (line: string) => void
): Promise<CrashReport> {
  const random = createRandom(seed)
  const directory = mkdtempSync(join(tmpdir(), 'ogdesk-crash-'))
  const data = join(directory, 'data')
  const ledger: Ledger = createLedger()
  const target = new Target()
  const workers = describeComputers('pc', 1, WORKERS)
  const seats = describeComputers('puesto', 2, SEATS)
  const strangers = describeComputers('nuevo', 3, STRANGERS)
  const agents = await startAgents(workers, { target, ledger, random: random.fork(1) })
  const inventory = join(directory, 'inventory.json')
  const disk = { disk: 1, sizeKb: 100, usagePercent: 3 }
  const partitions = [
    { ...disk, partition: 0, code: '1', fileSystem: '', system: '' },
    { ...disk, partition: 1, code: '83', fileSystem: 'EXT4', system: 'Debian' }
  ]
  const clients = [...workers, ...seats].map(({ name, mac, ip }) => ({ name, mac, ip, partitions }))
  writeFileSync(
    inventory,
    JSON.stringify({
      format: 'ogdesk-inventory',
      version: 2,
      units: [{ type: 'classroom', name: 'Aula 1', clients }]
    })
  )
  const args = [
    `--data-dir=${data}`,
    '--webhook-host=127.0.0.1',
    '--webhook-port=0',
    `--import=${inventory}`,
    ...workers.map((worker) => `--network-map=${worker.ip}:8000=${worker.host}:${agents.portOf(worker)}`),
    ...seats.map(({ ip, host }) => `--network-map=${ip}:8000=${host}:9`)
  ]
  const problems = ledger.problems
  let last: string[] = []
  let current: ConsoleProcess | undefined
  let ready = false
  let duringStart = 0

  /** An exit that nobody has asked for is as bad as a lost webhook. */
  async function start(
    spawned?: Parameters<typeof startConsoleProcess>[0]['spawned']
  ): Promise<ConsoleProcess> {
    last = []
    current = await startConsoleProcess({
      args,
      ...(spawned && { spawned }),
      log(line) {
        last.push(line)
        // What is wrong inside is told at this level alone.
        if (line.includes('"level":"error"')) problems.push(`log: ${line}`)
      }
    })
    target.set(current.ready.webhook.port)
    return current
  }

  async function killed({ child, exited }: Pick<ConsoleProcess, 'child' | 'exited'>): Promise<void> {
    if (child.exitCode !== null) problems.push(`the console ended by itself: ${last.join('\n')}`)
    child.kill('SIGKILL')
    target.set(null)
    await exited
  }

  /** Kills a console that has not said yet that it is ready. */
  async function killStarting(after: number): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined
    let isKilled = false
    try {
      const started = await start((child) => {
        timer = setTimeout(() => {
          isKilled = true
          child.kill('SIGKILL')
        }, after)
      })
      clearTimeout(timer)
      await killed(started)
      return false
    } catch (error) {
      if (!isKilled) throw error
      target.set(null)
      return true
    }
  }

  async function connected(started: ConsoleProcess): Promise<ConsoleClient> {
    return connectToConsole(started.ready.url!)
  }

  async function clientIds({ api }: ConsoleClient): Promise<number[]> {
    const names = new Set(workers.map(({ name }) => name))
    const snapshot = await api.inventory.snapshot()
    return snapshot.clients.filter(({ name }) => names.has(name)).map(({ id }) => id)
  }

  async function killRunning(answers: number, plan: Random): Promise<void> {
    const started = await start()
    const work = async () => {
      const client = await connected(started)
      const ids = await clientIds(client)
      if (!ready) {
        await prepare(client.api, ids)
        ready = true
      }
      await order(client.api, ids, plan)
    }
    let over = false
    const working = work().catch((error: unknown) => {
      if (!over) problems.push(`an order was refused: ${String(error)}`)
    })
    // The first one has to see its computers; later ones may be killed while they are given their orders.
    if (!ready || plan.chance(ORDERED_FIRST)) await Promise.race([working, pause(LONGEST_LIFE)])
    await target.answers(answers, LONGEST_LIFE)
    await pause(plan.whole(0, LONGEST_PAUSE))
    over = true
    await killed(started)
  }

  const abort = new AbortController()
  const reporting = [
    ...seats.map((computer) => ({ computer, known: true, list: ledger.sessions })),
    ...strangers.map((computer) => ({ computer, known: false, list: ledger.strangers }))
  ].map(({ computer, known, list }, index) => {
    const reported: Reported = { mac: computer.mac, sent: [] }
    list.push(reported)
    return keepReporting(computer, {
      target,
      reported,
      random: random.fork(1_000 + index),
      signal: abort.signal,
      known
    })
  })

  async function letItEnd(): Promise<void> {
    const started = await start()
    const client = await connected(started)
    const until = performance.now() + END_WITHIN
    for (;;) {
      const left = await unfinished(client.api)
      if (left.batches + left.traces + agents.working() === 0) break
      if (performance.now() > until) {
        problems.push(`${left.batches} batches and ${left.traces} traces have not ended`)
        break
      }
      await pause(250)
    }
    abort.abort()
    await Promise.all(reporting)
    client.close()
    await started.stop()
    target.set(null)
  }

  try {
    for (let kill = 1; kill <= kills && problems.length === 0; kill++) {
      const plan = random.fork(10_000 + kill)
      const early = ready && plan.chance(DURING_START)
      const after = plan.whole(0, early ? LONGEST_START : MOST_ANSWERS)
      if (early) duringStart += (await killStarting(after)) ? 1 : 0
      else await killRunning(after, plan)
      const { problems: found, unfinished: open, working } = verify(data, ledger, false)
      problems.push(...found)
      agents.switchOn(working)
      const taken = ledger.webhooks.filter(({ acknowledged }) => acknowledged).length
      say(
        `kill ${kill}: after ${after} ${early ? 'ms of its start' : 'answers'}; ${ledger.calls.length} calls, ${taken} webhooks taken so far, ${open} jobs and batches open`
      )
    }
    if (problems.length === 0) {
      await letItEnd()
      problems.push(...verify(data, ledger, true).problems)
    }
    return {
      problems,
      kills,
      duringStart,
      webhooks: ledger.webhooks.length,
      acknowledged: ledger.webhooks.filter(({ acknowledged }) => acknowledged).length,
      reports: [...ledger.sessions, ...ledger.strangers].reduce((sum, { sent }) => sum + sent.length, 0),
      calls: ledger.calls.length,
      bytes: statSync(join(data, 'ogdesk.sqlite')).size
    }
  } finally {
    abort.abort()
    current?.child.kill('SIGKILL')
    agents.close()
    if (problems.length === 0) rmSync(directory, { recursive: true, force: true })
    else say(`The data directory is kept: ${data}`)
  }
}
