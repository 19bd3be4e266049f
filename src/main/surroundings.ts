/** What happens around the console: its machine sleeps, its clock is set, its network changes. Here it is told of. */
import { uptime as systemUptime } from 'node:os'
import { createAbsences } from './absences.ts'
import type { Dispatcher } from './commands/dispatcher.ts'
import { ipv4Interfaces } from './http/interfaces.ts'
import type { ConsolePorts } from './ports.ts'
import type { Timings } from './timings.ts'
import type { Traces } from './traces/traces.ts'
import { createWebhookKeeper } from './webhooks/keeper.ts'
import type { WebhookServer } from './webhooks/server.ts'

/** Builds what looks around. */
export function createSurroundings(
  ports: Pick<ConsolePorts, 'now' | 'uptime' | 'interfaces' | 'log'>,
  parts: { webhooks: WebhookServer; traces: Traces; dispatcher: Dispatcher },
  timings: Timings
) {
  const { now, uptime = () => systemUptime() * 1_000, interfaces = ipv4Interfaces, log } = ports
  const { webhooks, traces, dispatcher } = parts
  const keeper = createWebhookKeeper(webhooks, { interfaces, uptime, timings, log })
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
