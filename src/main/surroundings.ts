/** What happens around the console: its machine sleeps, its clock is set, its network changes. Here it is told of. */
import { createAbsences } from './absences.ts'
import type { Dispatcher } from './commands/dispatcher.ts'
import type { Write } from './events.ts'
import type { ConsolePorts } from './ports.ts'
import { logFailure } from './storage.ts'
import type { Timings } from './timings.ts'
import type { Traces } from './traces/traces.ts'

/** Whom to tell when the network may have changed; `awoke` after a sleep. */
interface Keeper {
  tend(awoke?: boolean): Promise<void>
  settled(): Promise<void>
}

/** Builds what looks around. */
export function createSurroundings(
  ports: Required<Pick<ConsolePorts, 'now' | 'uptime' | 'log'>>,
  write: Write,
  parts: { keeper: Keeper; traces: Traces; dispatcher: Dispatcher },
  timings: Timings
) {
  const { now, uptime, log } = ports
  const { keeper, traces, dispatcher } = parts
  let timer: NodeJS.Timeout | undefined

  const look = createAbsences({
    now,
    uptime,
    stallAfter: timings.stallAfter,
    jumped(by) {
      // All of it or nothing: it is told again where it could not be kept.
      write((changes) => {
        traces.jumped(by, changes)
        dispatcher.jumped(by, changes)
      })
      log.warn({ by }, 'the clock of this machine was set')
    },
    awoke(after) {
      void keeper.tend(true)
      dispatcher.awoke()
      traces.awoke(after)
      log.info({ after }, 'this machine has slept')
    }
  })

  /** Looks where nobody waits for it; what cannot be kept is told of the disk, and looked at again. */
  function lookAround(): void {
    try {
      look()
    } catch (error) {
      logFailure(log, error, 'the clocks could not be looked at')
    }
  }

  return {
    /** @throws where what has happened could not be kept: the time must not be believed yet. */
    look,
    lookAround,
    start(): void {
      timer = setInterval(() => {
        lookAround()
        void keeper.tend()
      }, timings.pulseInterval)
      timer.unref()
    },
    async stop(): Promise<void> {
      clearInterval(timer)
      await keeper.settled()
    }
  }
}
