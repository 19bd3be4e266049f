/** What happens around the console: its machine sleeps, its clock is set, its network changes. Here it is told of. */
import { uptime as systemUptime } from 'node:os'
import { createAbsences } from './absences.ts'
import type { Dispatcher } from './commands/dispatcher.ts'
import type { Write } from './events.ts'
import { ipv4Interfaces } from './http/interfaces.ts'
import type { ConsolePorts } from './ports.ts'
import { logFailure } from './storage.ts'
import type { Timings } from './timings.ts'
import type { Traces } from './traces/traces.ts'
import { createWebhookKeeper } from './webhooks/keeper.ts'
import type { WebhookServer } from './webhooks/server.ts'

/** Builds what looks around. */
export function createSurroundings(
  ports: Pick<ConsolePorts, 'now' | 'uptime' | 'interfaces' | 'log'>,
  write: Write,
  parts: { webhooks: WebhookServer; traces: Traces; dispatcher: Dispatcher },
  timings: Timings
) {
  const { now, uptime = () => systemUptime() * 1_000, interfaces = ipv4Interfaces, log } = ports
  const { webhooks, traces, dispatcher } = parts
  const keeper = createWebhookKeeper(webhooks, { interfaces, uptime, timings, log })
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
