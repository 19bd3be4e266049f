/** What agents say of themselves when they start, stop, and when people log in. [A] protocol.md section 2 */
import { isIpv4, normalizeMac } from '#shared/domain/network.ts'
import type { Client } from '#shared/contract/rows.ts'
import { reportedState, type AgentEvent } from '#shared/domain/agent-states.ts'
import type { Tables } from '../db/tables.ts'
import type { ClientReport } from '../db/tables/clients.ts'
import type { Changes } from '../events.ts'
import type { WriteSoon } from '../group-commit.ts'
import type { NetworkMap } from '../http/network-map.ts'
import type { Logger, Secrets } from '../ports.ts'
import type { ClientStates } from './client-states.ts'

/** Where agents listen, unless the inventory says otherwise. [S] */
const AGENT_PORT = 8000

/** The body of a report. */
export interface Report {
  readonly mac?: string
  readonly ip?: string
  readonly secret?: string
  readonly ostype?: string
  readonly osversion?: string
  readonly agent_version?: string
  readonly user?: string
}

/**
 * Of whom a report is: of a computer of the inventory; of one that speaks from another address than its, and is not
 * believed; of one that the inventory does not have; of one that cannot be told from others.
 */
export type ReportOutcome = 'known' | 'elsewhere' | 'discovered' | 'nobody'

interface Received {
  readonly event: AgentEvent
  readonly report: Report
  readonly source: string
}

/** Builds the service. */
export function createAgentReports(
  tables: Tables,
  writeSoon: WriteSoon,
  parts: { clientStates: ClientStates; network: NetworkMap; secrets: Secrets; log: Logger },
  options: { checkSource: () => boolean; now: () => number }
) {
  const { clientStates, network, secrets, log } = parts
  const { checkSource, now } = options

  /** Whether a report from there may speak for the computer (rule 7). */
  const speaksFor = (client: Pick<Client, 'ip' | 'agentPort'>, source: string): boolean =>
    !checkSource() || source === client.ip || source === network.resolve(client.ip, client.agentPort).host

  /** The computers that the report may mean: the one with its MAC address, or where it says none those with its address. */
  function named({ report, source }: Received): Client[] {
    const mac = normalizeMac(report.mac ?? '')
    const clients =
      mac === null
        ? [tables.clients.byIp(report.ip ?? source), tables.clients.byIp(source)]
        : [tables.clients.byMac(mac)]
    return clients.filter((client) => client !== undefined)
  }

  /** What the report changes of who sits at the computer. */
  function session({ event, report }: Received, client: Client): ClientReport {
    const { user } = report
    if (event === 'loggedin')
      return client.sessionUser !== null && client.sessionUser === user
        ? {}
        : { sessionUser: user ?? null, sessionSince: now() }
    return { sessionUser: null, sessionSince: null }
  }

  function ofClient(received: Received, client: Client, changes: Changes): void {
    const { event, report } = received
    // Somebody else has left: who came after them still sits there.
    const another =
      event === 'loggedout' &&
      client.sessionUser !== null &&
      report.user !== undefined &&
      report.user !== client.sessionUser
    // One that was told to start again stops first.
    const restarts = event === 'stopped' && client.state === 'initializing'
    const state = another || restarts ? undefined : reportedState(event, report, client.state)
    // A job of ours is news enough: an agent that reports in does not end it.
    const working = tables.traces.unfinishedOfClient(client.id)?.jobId != null
    if (state && !(working && state === 'og-live')) clientStates.note(changes, client, state)
    tables.clients.setReport(client.id, {
      reportedAt: now(),
      systemName: report.osversion || client.systemName,
      ...(another ? {} : session(received, client)),
      ...(event === 'started' && {
        agentVersion: report.agent_version ?? client.agentVersion,
        agentSecret: report.secret === undefined ? null : secrets.encrypt(report.secret)
      })
    })
    changes.client(client.id)
    // It may have been taken for a computer at another address before.
    const before = tables.discovered.byMac(client.mac)
    if (before) for (const id of tables.discovered.remove([before.id])) changes.discovered(id)
  }

  /**
   * Notes a computer that the inventory does not have, or has at another address. It speaks for nobody but itself: what
   * it says is kept with the address from which it came, and believed when somebody adopts it.
   */
  function ofStranger({ event, report, source }: Received, changes: Changes): boolean {
    const ip = isIpv4(report.ip ?? '') ? report.ip! : source
    // Where the network map or the site's settings explain the other address, it tells nothing.
    const itself = !checkSource() || source === network.resolve(ip, AGENT_PORT).host
    const sourceAddress = itself ? ip : source
    const mac = normalizeMac(report.mac ?? '') ?? tables.discovered.byAddress(sourceAddress)?.mac
    if (mac === undefined || !isIpv4(ip)) return false
    const { id, dropped } = tables.discovered.note({
      mac,
      ip,
      sourceAddress,
      systemName: report.osversion || null,
      osType: report.ostype || null,
      agentVersion: report.agent_version || null,
      agentSecret: report.secret === undefined ? null : secrets.encrypt(report.secret),
      event,
      at: now()
    })
    for (const changed of [id, ...dropped]) changes.discovered(changed)
    return true
  }

  function take(received: Received, changes: Changes): ReportOutcome {
    const { event, report, source } = received
    const meant = named(received)
    const client = meant.find((one) => speaksFor(one, source))
    if (client) {
      ofClient(received, client, changes)
      return 'known'
    }
    const noted = ofStranger(received, changes)
    log.warn({ event, source, mac: report.mac, ip: report.ip, noted }, 'report of an unknown computer')
    return meant.length > 0 ? 'elsewhere' : noted ? 'discovered' : 'nobody'
  }

  return {
    /** Takes a report, and says of whom it is. */
    take: (event: AgentEvent, report: Report, source: string): Promise<ReportOutcome> =>
      writeSoon((changes) => take({ event, report, source }, changes))
  }
}
export type AgentReports = ReturnType<typeof createAgentReports>
