/**
 * Whether the disk takes what is to be kept. The first write that fails for want of room tells; from then on the disk is
 * looked at now and then, and once it takes something again whoever waited goes on, without a restart.
 */
import type { Failure } from '#shared/domain/failures.ts'
import { failure } from '#shared/domain/failures.ts'
import { diskTrouble } from './db/disk-trouble.ts'
import type { Database } from './db/open.ts'
import type { EventBus } from './events.ts'
import { FailureError } from './failure-error.ts'
import type { Logger } from './ports.ts'

const CODES = { full: 'disk-full', unwritable: 'disk-unwritable' } as const

/** What an error says of the disk that holds this folder; null: nothing. */
export function diskFailure(error: unknown, directory: string): Failure | null {
  const trouble = diskTrouble(error)
  return trouble && failure(CODES[trouble], { directory }, (error as Error).message)
}

/** Whether a failure is the disk's and not that of what was to be done. */
export const isDiskFailure = (error: unknown): boolean =>
  error instanceof FailureError && (Object.values(CODES) as string[]).includes(error.failure.code)

/** Logs why work failed that will be done again; a disk that takes nothing has been told of already. */
export function logFailure(log: Logger, error: unknown, message: string, about: object = {}): void {
  if (!isDiskFailure(error)) log.error({ ...about, error: String(error) }, message)
}

/** Builds the watch over the disk. `interval`: milliseconds between two looks at a disk that is full. */
export function createStorage(
  database: Pick<Database, 'transaction' | 'inTransaction' | 'tryToGrow'>,
  options: { directory: string; bus: EventBus; log: Logger; interval: number }
) {
  const { directory, bus, log, interval } = options
  let problem: Failure | null = null
  let timer: NodeJS.Timeout | undefined
  let waiting: (() => void)[] = []
  const listeners: (() => void)[] = []

  function set(change: Failure | null): void {
    problem = change
    bus.publish({ type: 'storage', failure: change })
  }

  function look(): void {
    try {
      database.tryToGrow()
    } catch (error) {
      const cause = diskFailure(error, directory)
      if (cause) {
        if (cause.code !== problem?.code) set(cause)
        return
      }
      log.warn({ error: String(error) }, 'the disk could not be looked at')
      return
    }
    clearInterval(timer)
    timer = undefined
    log.info({ directory }, 'the disk takes data again')
    set(null)
    const released = waiting
    waiting = []
    for (const action of [...released, ...listeners]) action()
  }

  /** What is to be thrown instead: trouble with the disk has a sentence, and is told once. */
  function noted(error: unknown): unknown {
    const cause = diskFailure(error, directory)
    if (!cause) return error
    if (!problem) {
      log.error({ directory, code: cause.code, error: String(error) }, 'the disk takes no data')
      set(cause)
      timer = setInterval(look, interval)
      timer.unref()
    }
    return new FailureError(cause)
  }

  /** Resolves when the disk takes data, which it mostly does. */
  const room = (): Promise<void> =>
    problem ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve()

  return {
    /** Why nothing can be kept at the moment; null: it can. */
    problem: (): Failure | null => problem,
    /** The same database, whose writes tell of a disk that takes nothing. */
    watched: {
      inTransaction: database.inTransaction,
      transaction<T>(work: () => T): T {
        try {
          return database.transaction(work)
        } catch (error) {
          throw noted(error)
        }
      }
    },
    /** Does something that keeps something; once more whenever there was no room for it and there is some again. */
    async whenRoom<T>(work: () => T | Promise<T>): Promise<T> {
      for (;;) {
        try {
          return await work()
        } catch (error) {
          if (!isDiskFailure(error)) throw error
          await room()
        }
      }
    },
    /** Called each time that there is room again. */
    onRoom: (listener: () => void): void => void listeners.push(listener),
    stop: (): void => clearInterval(timer)
  }
}
export type Storage = ReturnType<typeof createStorage>
