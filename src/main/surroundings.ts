/** What happens around the console: its machine sleeps, its clock is set, its network changes. Here it is told of. */
import { createAbsences } from './absences.ts'
import type { Dispatcher } from './commands/dispatcher.ts'
import type { ConsolePorts } from './ports.ts'
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
  parts: { keeper: Keeper; traces: Traces; dispatcher: Dispatcher },
  timings: Timings
) {
  const { now, uptime, log } = ports
  const { keeper, traces, dispatcher } = parts
  const absences = createAbsences({
    now,
    uptime,
    interval: timings.pulseInterval,
    stallAfter: timings.stallAfter,
    looked: () => void keeper.tend(),
    jumped(by) {
      log.warn({ by }, 'the clock of this machine was set')
      traces.jumped(by)
      dispatcher.jumped(by)
    },
    awoke(after) {
      log.info({ after }, 'this machine has slept')
      void keeper.tend(true)
      traces.awoke(after)
      dispatcher.awoke()
    }
  })
  return {
    look: absences.look,
    start: absences.start,
    async stop(): Promise<void> {
      absences.stop()
      await keeper.settled()
    }
  }
}
