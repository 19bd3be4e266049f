/** What each computer is doing: asked of its agent, told by its jobs. */
import PQueue from 'p-queue'
import type { Client } from '#shared/contract/rows.ts'
import type { Failure } from '#shared/domain/failures.ts'
import type { ClientState } from '#shared/domain/states.ts'
import type { Tables } from '../db/tables.ts'
import type { Changes } from '../events.ts'
import { fail } from '../failure-error.ts'
import type { WriteSoon } from '../group-commit.ts'
import type { AgentClient } from '../ogagent/client.ts'
import type { Timings } from '../timings.ts'

/** Agents asked at the same time; most of a classroom is off, and each of those waits for its time-out. */
const CONCURRENT_QUESTIONS = 32

/** Milliseconds that a computer which starts may be silent before it is taken for one that is off. */
const TIME_TO_START = 5 * 60_000

/** Told of every state that is noted, inside its write. */
type StateListener = (client: Client, state: ClientState, changes: Changes) => void

/** Builds the service that keeps the clients' states true. */
export function createClientStates(
  tables: Tables,
  writeSoon: WriteSoon,
  agents: Pick<AgentClient, 'status'>,
  timings: Timings,
  now: () => number
) {
  const listeners: StateListener[] = []
  const queue = new PQueue({ concurrency: CONCURRENT_QUESTIONS })
  /** Questions under way, so that two views of one computer ask once. */
  const asking = new Map<number, Promise<Client>>()

  /** Notes a state inside a write. */
  function note(
    changes: Changes,
    client: Client,
    state: ClientState,
    stateFailure: Failure | null = null,
    checkedAt?: number
  ): void {
    tables.clients.setState(client.id, {
      state,
      stateSince: client.state === state ? client.stateSince : now(),
      stateFailure,
      ...(checkedAt !== undefined && { stateCheckedAt: checkedAt })
    })
    changes.client(client.id)
    for (const listener of listeners) listener(client, state, changes)
  }

  /**
   * Asks the client's agent and notes what it says. A computer in ogLive with a job of ours is busy.
   * @throws FailureError not-found where the client is gone.
   */
  function ask(id: number): Promise<Client> {
    const pending = asking.get(id)
    if (pending) return pending
    const question = queue
      .add(async () => {
        const before = tables.clients.get(id)
        if (!before) throw fail('not-found')
        const asked = await agents.status(before)
        return writeSoon((changes) => {
          const client = tables.clients.get(id)
          if (!client) throw fail('not-found')
          const working = tables.traces.unfinishedOfClient(id)?.jobId != null
          const starting =
            asked.state === 'off' &&
            client.state === 'initializing' &&
            Math.abs(now() - client.stateSince) < TIME_TO_START
          const state = starting
            ? 'initializing'
            : asked.state === 'og-live' && working
              ? 'busy'
              : asked.state
          note(changes, client, state, asked.failure, now())
          // Whoever sat there has left, and nobody told.
          const empty = asked.failure === null && !asked.state.endsWith('-session')
          if (empty && client.sessionUser !== null)
            tables.clients.setReport(id, { sessionUser: null, sessionSince: null })
          return tables.clients.get(id)!
        })
      })
      .finally(() => asking.delete(id))
    asking.set(id, question)
    return question
  }

  return {
    note,
    onNote: (listener: StateListener): void => void listeners.push(listener),
    ask,
    /** Asks the clients' agents at once and then now and then, until the signal; yields each client that was asked. */
    async *watch(
      ids: readonly number[],
      signal: AbortSignal | undefined
    ): AsyncGenerator<{ checked: number }> {
      while (!signal?.aborted) {
        const round = ids.map((id) =>
          ask(id).then(
            () => id,
            () => null
          )
        )
        for (const answer of round) {
          const checked = await answer
          if (signal?.aborted) return
          if (checked !== null) yield { checked }
        }
        await pause(timings.watchInterval, signal)
      }
    },
    /** Drops the questions that were not asked yet. */
    stop: (): void => queue.clear()
  }
}
export type ClientStates = ReturnType<typeof createClientStates>

/** Waits, or returns early when the signal comes. Milliseconds. */
function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    timer.unref()
    signal?.addEventListener('abort', done)
  })
}
