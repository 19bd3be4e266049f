/**
 * A whole site at work: 500 computers behind one address that each report their progress every five seconds for a minute.
 * Beside it, in the same run, the same reports to a bare server that inserts one row each.
 */
import { fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { usageOf } from '../scripts/fuzz/state.ts'
import type { Reported, Reporting } from './bare-reporters.ts'
import { askAll, startClassroom, type Classroom } from './classroom.ts'
import { median } from './median.ts'

const COMPUTERS = 500
/** Milliseconds between two reports of a computer; how many rounds of them the console gets, and the bare server. */
const EVERY = 5_000
const ROUNDS = 12
const BARE_ROUNDS = 4
/** Milliseconds between two questions to the console meanwhile. */
const ASKED_EVERY = 100
const JOBS = {
  client: '',
  command: null,
  state: null,
  sortBy: 'id',
  descending: true,
  page: 1,
  itemsPerPage: COMPUTERS
} as const

/** Reports for a while, from a process of its own. */
async function report(reporting: Reporting): Promise<Reported> {
  const child = fork(join(import.meta.dirname, 'bare-reporters.ts'))
  child.send(reporting)
  const [reported] = (await once(child, 'message')) as [Reported]
  child.kill('SIGTERM')
  return reported
}

/** Gives every computer a job that is under way, and whose result goes elsewhere. */
async function startJobs(classroom: Classroom): Promise<string[]> {
  const { api, clientIds, bare } = classroom
  await classroom.tell({ status: 'OPG', reportTo: bare.reportTo })
  const order = { command: 'hardware-inventory' } as const
  await api.system.changeSettings({ commands: { [order.command]: { concurrency: COMPUTERS } } })
  await askAll(classroom, order)
  const moment = { kind: 'now' } as const
  const { id } = await api.commands.run({ order, clientIds: [...clientIds], moment, target: 'Aula 1' })
  for (;;) {
    const { traces } = await api.traces.list({ ...JOBS, batchId: id })
    const jobIds = traces.flatMap(({ jobId, state }) => (jobId && state === 'in-progress' ? [jobId] : []))
    if (jobIds.length === COMPUTERS) return jobIds
    const failed = traces.filter(({ state }) => state === 'failed')
    if (failed.length > 0) throw new Error(`${failed.length} jobs failed: ${failed[0]?.failure?.code}`)
    await pause(ASKED_EVERY)
  }
}

/** The time that all but one in a hundred stayed below. */
const slowOnes = (times: readonly number[]): number =>
  [...times].sort((one, other) => one - other)[Math.floor(times.length * 0.99)] ?? NaN
const figures = (name: string, { sent, times, failures }: Reported): object => ({
  [`${name}: reports answered with 2xx`]: `${times.length} of ${sent}`,
  ...(times.length < sent && { [`${name}: the others`]: JSON.stringify(failures) }),
  [`${name}: answered after, milliseconds (median, all but one in a hundred, the slowest)`]: [
    median(times),
    slowOnes(times),
    Math.max(...times)
  ]
    .map((time) => time.toFixed(1))
    .join(', ')
})

/** Measures both. */
export async function benchReports(): Promise<object> {
  const classroom = await startClassroom(COMPUTERS)
  const bareProcess = spawn(
    process.execPath,
    [join(import.meta.dirname, 'bare-webhook-server.ts'), classroom.dataDirectory],
    { stdio: ['ignore', 'pipe', 'inherit'] }
  )
  try {
    const [line] = (await once(createInterface({ input: bareProcess.stdout }), 'line')) as [string]
    const jobIds = await startJobs(classroom)
    const { port } = JSON.parse(line) as { port: number }
    const bare = await report({ port, jobIds, every: EVERY, rounds: BARE_ROUNDS })

    const before = usageOf(classroom.pid)
    const answers: number[] = []
    let done = false
    const meanwhile = (async () => {
      while (!done) {
        const asked = performance.now()
        await classroom.api.traces.markSeen()
        answers.push(performance.now() - asked)
        await pause(ASKED_EVERY)
      }
    })()
    const ours = await report({ port: classroom.webhookPort, jobIds, every: EVERY, rounds: ROUNDS })
    done = true
    await meanwhile
    const after = usageOf(classroom.pid)
    return {
      ...figures('console', ours),
      ...figures('bare server', bare),
      'ratio of the medians': (median(ours.times) / median(bare.times)).toFixed(2),
      'the console in MB, before and after': `${before.rssMb}, ${after.rssMb}`,
      'a question to the console meanwhile, milliseconds': median(answers).toFixed(1),
      'the slowest of them': Math.max(...answers).toFixed(1)
    }
  } finally {
    bareProcess.kill('SIGTERM')
    await classroom.close()
  }
}
