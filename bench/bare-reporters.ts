/**
 * Many computers that each report the progress of their job now and then, each over a connection of its own that it
 * keeps: what is measured is reports, and not handshakes. Started by reports.ts as `node bare-reporters.ts`; is told over IPC to whom and for how long, and tells
 * how it went.
 */
import { Agent } from 'node:https'
import { setTimeout as pause } from 'node:timers/promises'
import { post } from './bare-post.ts'

export interface Reporting {
  readonly port: number
  /** The job of each computer. */
  readonly jobIds: readonly string[]
  /** Milliseconds between two reports of a computer, and how many it makes. */
  readonly every: number
  readonly rounds: number
}

export interface Reported {
  readonly sent: number
  /** How long each one took that was answered with 2xx, in milliseconds. */
  readonly times: readonly number[]
  /** Of the others, how many for which reason. */
  readonly failures: Readonly<Record<string, number>>
}

const PATH = '/opengnsys/rest/clients/status/webhook'
/** Milliseconds after which an agent gives up. [A] */
const PATIENCE = 5_000
const agent = new Agent({ keepAlive: true, rejectUnauthorized: false })

async function run({ port, jobIds, every, rounds }: Reporting): Promise<Reported> {
  const times: number[] = []
  const failures: Record<string, number> = {}
  const began = performance.now()
  const replies: Promise<void>[] = []
  async function report(jobId: string, round: number): Promise<void> {
    const asked = performance.now()
    const body = JSON.stringify({ job_id: jobId, progress: (round + 1) / (rounds + 1) })
    try {
      await post({ port, path: PATH, body, agent, signal: AbortSignal.timeout(PATIENCE) })
      times.push(performance.now() - asked)
    } catch (error) {
      const { message } = error as Error
      failures[message] = (failures[message] ?? 0) + 1
    }
  }
  // Spread over each round, as computers that began one after the other are.
  await Promise.all(
    jobIds.map(async (jobId, index) => {
      for (let round = 0; round < rounds; round++) {
        const due = began + (round + index / jobIds.length) * every
        await pause(Math.max(0, due - performance.now()))
        replies.push(report(jobId, round))
      }
    })
  )
  await Promise.all(replies)
  return { sent: replies.length, times, failures }
}

process.on('message', (reporting: Reporting) => {
  void run(reporting).then((reported) => process.send?.(reported))
})
