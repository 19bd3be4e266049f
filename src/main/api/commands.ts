import type { Implementer } from './errors.ts'
import type { Services } from './services.ts'

/** commands.* and batches.*: one command for many computers, and what becomes of it. */
export function commandsApi(os: Implementer, { bus, batches }: Services) {
  return {
    commands: {
      targets: os.commands.targets.handler(({ input: { order, clientIds, moment } }) => ({
        revision: bus.revision(),
        targets: batches.targets(order, clientIds, moment)
      })),
      check: os.commands.check.handler(({ input: { order, clientIds, moment }, signal }) =>
        batches.check(order, clientIds, moment, signal)
      ),
      run: os.commands.run.handler(({ input: { order, clientIds, moment, target } }) =>
        batches.run(order, clientIds, moment, target)
      )
    },
    batches: {
      list: os.batches.list.handler(() => ({ revision: bus.revision(), batches: batches.list() })),
      get: os.batches.get.handler(({ input }) => ({ revision: bus.revision(), ...batches.get(input.id) })),
      pause: os.batches.pause.handler(({ input }) => batches.pause(input.id)),
      resume: os.batches.resume.handler(({ input }) => batches.resume(input.id)),
      cancel: os.batches.cancel.handler(({ input }) => batches.cancel(input.id, input.traceIds)),
      retry: os.batches.retry.handler(({ input }) => batches.retry(input.id, input.traceIds)),
      reschedule: os.batches.reschedule.handler(({ input }) => batches.reschedule(input.id, input.moment)),
      remove: os.batches.remove.handler(({ input }) => {
        batches.remove(input.id)
        return {}
      })
    }
  }
}
