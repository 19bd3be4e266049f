import type { Implementer } from './errors.ts'
import type { Services } from './services.ts'

/** traces.*: the work, running and done. */
export function tracesApi(os: Implementer, { bus, traces, settings, now }: Services) {
  return {
    list: os.traces.list.handler(({ input }) => ({ revision: bus.revision(), ...traces.list(input) })),
    recent: os.traces.recent.handler(() => ({
      revision: bus.revision(),
      ...traces.recent(),
      seenAt: settings.tracesSeenAt()
    })),
    get: os.traces.get.handler(({ input }) => ({ revision: bus.revision(), ...traces.get(input.id) })),
    markSeen: os.traces.markSeen.handler(() => {
      settings.setTracesSeenAt(now())
      return { seenAt: settings.tracesSeenAt() }
    }),
    orphans: os.traces.orphans.handler(() => traces.orphans())
  }
}
