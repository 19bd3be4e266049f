/**
 * What it costs to give one command to 500 computers, from the order to the end of its batch with every step on disk:
 * beside a bare loop that sends the same requests, as many at a time, and keeps nothing. Once a message, whose reply is
 * its result, and once an inventory of hardware: a job, whose result each computer reports by webhook.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Order } from '#shared/contract/orders.ts'
import { AT_ONCE } from './bare-loop.ts'
import { startClassroom, type Classroom } from './classroom.ts'
import { median } from './median.ts'

const COMPUTERS = 500
const ROUNDS = 5
/** Milliseconds between two questions to a console that dispatches. */
const ASKED_EVERY = 5

interface Command {
  readonly name: string
  readonly order: Order
  /** What the agents say that they are. */
  readonly status: 'LNX' | 'OPG'
  /** The same by the bare loop; milliseconds. */
  bare(classroom: Classroom): Promise<number>
}

const MESSAGE = { title: 'Aviso', text: 'La clase termina en cinco minutos.' } as const
const COMMANDS: readonly Command[] = [
  {
    name: 'message',
    order: { command: 'message', ...MESSAGE },
    status: 'LNX',
    bare: ({ bare }) =>
      bare.send('/opengnsys/popup', JSON.stringify({ title: MESSAGE.title, message: MESSAGE.text }))
  },
  {
    name: 'job',
    order: { command: 'hardware-inventory' },
    status: 'OPG',
    bare: ({ bare }) =>
      bare.runJobs(
        '/CloningEngine/InventarioHardware',
        JSON.stringify({ nfn: 'InventarioHardware', ids: '0' })
      )
  }
]

/** Gives the command once; returns the milliseconds until every computer has its outcome on disk. */
async function dispatch(
  { api, clientIds }: Classroom,
  order: Order,
  meanwhile?: () => Promise<void>
): Promise<number> {
  const moment = { kind: 'now' } as const
  const { id } = await api.commands.run({ order, clientIds: [...clientIds], moment, target: 'Aula 1' })
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

/** Asks every computer for its state, again those that a busy machine has not let answer in time. */
async function ask({ api, clientIds }: Classroom, order: Order): Promise<void> {
  for (let silent = [...clientIds]; silent.length > 0;) {
    const input = { order, clientIds: silent, moment: { kind: 'now' } } as const
    silent = []
    for await (const { clientId, obstacle } of await api.commands.check(input)) {
      if (obstacle) silent.push(clientId)
    }
  }
}

/** Both in turn, so that a machine that slows down slows both. */
async function measure(classroom: Classroom, command: Command): Promise<object> {
  const { name, order, status } = command
  const { api, webhookPort } = classroom
  const { bare: loop } = classroom
  await api.system.changeSettings({ commands: { [order.command]: { concurrency: AT_ONCE } } })
  const times = { bare: [] as number[], console: [] as number[] }
  for (let round = 0; round <= ROUNDS; round++) {
    await classroom.tell({ status, reportTo: loop.reportTo })
    await ask(classroom, order)
    const bare = await command.bare(classroom)
    await classroom.tell({ status, reportTo: webhookPort })
    const ours = await dispatch(classroom, order)
    // The first round warms both up.
    if (round === 0) continue
    times.bare.push(bare)
    times.console.push(ours)
  }
  await ask(classroom, order)
  const answers: number[] = []
  await dispatch(classroom, order, async () => {
    const asked = performance.now()
    await api.traces.markSeen()
    answers.push(performance.now() - asked)
    await pause(ASKED_EVERY)
  })
  return {
    [`${name}: console, milliseconds for ${COMPUTERS} computers, ${AT_ONCE} at a time`]: Math.round(
      median(times.console)
    ),
    [`${name}: bare loop, milliseconds`]: Math.round(median(times.bare)),
    [`${name}: ratio`]: median(times.console.map((time, index) => time / times.bare[index]!)).toFixed(2),
    [`${name}: a question to the console meanwhile, milliseconds`]: median(answers).toFixed(1),
    [`${name}: the slowest of them`]: Math.max(...answers).toFixed(1)
  }
}

/** Measures each command. */
export async function benchDispatch(): Promise<object> {
  const classroom = await startClassroom(COMPUTERS)
  try {
    const figures: object[] = []
    for (const command of COMMANDS) figures.push(await measure(classroom, command))
    return Object.assign({}, ...figures) as object
  } finally {
    await classroom.close()
  }
}
