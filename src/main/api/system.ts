import { ipv4Interfaces } from '../http/interfaces.ts'
import type { Implementer } from './errors.ts'
import type { Services } from './services.ts'

/** system.*: the console itself. */
export function systemApi(
  os: Implementer,
  { about, bus, settings, storage, webhook, backups, diagnostics }: Services
) {
  return {
    info: os.system.info.handler(() => ({
      ...about,
      settings: settings.get(),
      webhook: webhook.status(),
      storage: storage.problem(),
      recovery: backups.recovery()
    })),
    events: os.system.events.handler(({ signal }) => bus.subscribe(signal)),
    interfaces: os.system.interfaces.handler(ipv4Interfaces),
    changeSettings: os.system.changeSettings.handler(({ input }) => settings.change(input)),
    diagnostics: os.system.diagnostics.handler(() => diagnostics.report()),
    refusals: os.system.refusals.handler(webhook.refusals),
    reach: os.system.reach.handler(webhook.reach),
    testReach: os.system.testReach.handler(webhook.test),
    listen: os.system.listen.handler(({ input }) => webhook.move(input.host, input.port))
  }
}
