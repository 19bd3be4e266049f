/** Tells where the classrooms can reach the webhook server, and lets the console call itself there. */
import type { Reach, SelfTest } from '#shared/contract/reach.ts'
import type { Unit } from '#shared/contract/rows.ts'
import type { Tables } from '../db/tables.ts'
import type { NetworkInterface } from '../ports.ts'
import { reachOf } from './reach.ts'
import { testUrl } from './self-test.ts'
import type { WebhookServer } from './server.ts'

/** Milliseconds after which a job that was taken on has usually reported something. */
const FIRST_NEWS = 2 * 60_000

/** Builds the service. */
export function createReachService(
  tables: Tables,
  webhooks: Pick<WebhookServer, 'status'>,
  { now, interfaces }: { now: () => number; interfaces: () => readonly NetworkInterface[] }
) {
  function classrooms(): { name: string; ips: string[] }[] {
    const units = new Map(tables.units.all().map((unit) => [unit.id, unit]))
    const found = new Map<number, { name: string; ips: string[] }>()
    for (const { unitId, ip } of tables.clients.all()) {
      let unit: Unit | undefined = units.get(unitId)
      while (unit?.type === 'client-group' && unit.parentId !== null) unit = units.get(unit.parentId)
      if (!unit) continue
      const known = found.get(unit.id) ?? { name: unit.name, ips: [] }
      found.set(unit.id, known)
      known.ips.push(ip)
    }
    return [...found.values()]
  }

  const neverReported = (): boolean =>
    tables.traces.wasTakenOn(now() - FIRST_NEWS) &&
    tables.inbox.isEmpty() &&
    tables.clients.all().every(({ reportedAt }) => reportedAt === null)

  return {
    reach(): Reach {
      const { host, port } = webhooks.status()
      return reachOf({
        host,
        port,
        interfaces: interfaces(),
        classrooms: classrooms(),
        neverReported: neverReported()
      })
    },
    test(): Promise<SelfTest[]> {
      const { urls, certificateFingerprint } = webhooks.status()
      return Promise.all(urls.map((url) => testUrl(url, certificateFingerprint)))
    }
  }
}
