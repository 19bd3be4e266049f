/** What agents say of themselves when they start, stop, and when people log in. [A] protocol.md section 2 */
import { normalizeMac } from '#shared/domain/network.ts'
import type { Client } from '#shared/contract/rows.ts'
import type { ClientState } from '#shared/domain/states.ts'
import type { Tables } from '../db/tables.ts'
import type { Write } from '../events.ts'
import type { NetworkMap } from '../http/network-map.ts'
import type { Logger, Secrets } from '../ports.ts'
import type { ClientStates } from './client-states.ts'

export type AgentEvent = 'started' | 'stopped' | 'loggedin' | 'loggedout'

interface Report {
  readonly mac?: string
  readonly ip?: string
  readonly secret?: string
  readonly ostype?: string
  readonly agent_version?: string
}

/** `ostype` of an installed system; in ogLive it says so, too. `Darwin` has a `win` in it. [A, D] */
const SYSTEMS: readonly (readonly [RegExp, { free: ClientState; inSession: ClientState }])[] = [
  [/oglive|opengnsys/i, { free: 'og-live', inSession: 'og-live' }],
  [/mac|darwin|osx/i, { free: 'macos', inSession: 'macos-session' }],
  [/win/i, { free: 'windows', inSession: 'windows-session' }],
  [/linux/i, { free: 'linux', inSession: 'linux-session' }]
]

/** Builds the service. */
export function createAgentReports(
  tables: Tables,
  write: Write,
  parts: { clientStates: ClientStates; network: NetworkMap; secrets: Secrets; log: Logger },
  options: { checkSource: () => boolean; now: () => number }
) {
  const { clientStates, network, secrets, log } = parts

  function find(report: Report, source: string): Client | undefined {
    const mac = normalizeMac(report.mac ?? '')
    const client =
      (mac === null ? undefined : tables.clients.byMac(mac)) ?? tables.clients.byIp(report.ip ?? source)
    if (!client) return undefined
    const addresses = [client.ip, network.resolve(client.ip, client.agentPort).host]
    return !options.checkSource() || addresses.includes(source) ? client : undefined
  }

  return {
    /** Takes a report; false where it is of no computer of the inventory, or comes from another address than its. */
    take(event: AgentEvent, report: Report, source: string): boolean {
      const client = find(report, source)
      if (!client) {
        log.warn({ event, source, mac: report.mac, ip: report.ip }, 'report of an unknown computer')
        return false
      }
      const system = SYSTEMS.find(([pattern]) => pattern.test(report.ostype ?? ''))?.[1]
      const state: ClientState | undefined =
        event === 'stopped' ? 'off' : event === 'loggedin' ? system?.inSession : system?.free
      write((changes) => {
        // A job of ours is news enough: an agent that reports in does not end it.
        const working = tables.traces.unfinishedOfClient(client.id)?.jobId != null
        if (state && !(working && state === 'og-live'))
          clientStates.note(changes, client, state, null, options.now())
        if (event === 'started') {
          tables.clients.setAgent(client.id, {
            agentVersion: report.agent_version ?? client.agentVersion,
            agentSecret: report.secret === undefined ? null : secrets.encrypt(report.secret)
          })
          changes.client(client.id)
        }
      })
      return true
    }
  }
}
export type AgentReports = ReturnType<typeof createAgentReports>
