/** What somebody who helps has to know, as one text without a secret. */
import { arch, cpus, freemem, homedir, platform, release, totalmem } from 'node:os'
import type { Reach } from '#shared/contract/reach.ts'
import type { Settings } from '#shared/contract/inputs.ts'
import type { Trace, WebhookStatus } from '#shared/contract/rows.ts'
import type { Trust } from '#shared/contract/trust.ts'
import type { Tables } from './db/tables.ts'
import { lastLogLines } from './hosting/log-file.ts'
import { scrub, scrubText } from './scrub.ts'

const LOG_LINES = 200
const MEGABYTE = 1024 * 1024

interface DiagnosticParts {
  readonly about: { readonly version: string; readonly host: string; readonly dataDirectory: string }
  readonly tables: Tables
  readonly settings: () => Settings
  readonly webhook: () => WebhookStatus
  readonly reach: () => Reach
  readonly trust: () => Trust
  /** What SQLite's check finds: `ok`. */
  readonly integrity: () => string
  /** The latest traces that failed. */
  readonly failed: () => readonly Trace[]
  readonly now: () => number
}

const section = (title: string, value: unknown): string =>
  `## ${title}\n${typeof value === 'string' ? scrubText(value) : JSON.stringify(scrub(value), null, 2)}\n`

/** Without where this user is at home, which has the user's name in it. */
function withoutHome(text: string): string {
  const home = homedir()
  // As it is, and as JSON writes it.
  const ways = [home, JSON.stringify(home).slice(1, -1)]
  return home.length > 1 ? ways.reduce((rest, way) => rest.replaceAll(way, '~'), text) : text
}

/** Builds the report, which is made anew each time. */
export function createDiagnostics({
  about,
  tables,
  settings,
  webhook,
  reach,
  trust,
  integrity,
  failed,
  now
}: DiagnosticParts) {
  function counts() {
    const { units, clients, repositories, images, traces, audit, batches } = tables
    return {
      units: units.all().length,
      clients: clients.all().length,
      repositories: repositories.all().length,
      images: images.all().length,
      tracesRunning: traces.running().length,
      batchesListed: batches.list().length,
      audit: audit.count(EVERYTHING)
    }
  }

  /** What is set, and nothing of what it is. */
  function trusted() {
    const { token, authorities, client, server } = trust()
    return {
      policy: token.since === null ? 'none' : token.policy,
      authorities: authorities.length,
      clientCertificate: client !== null,
      ownServerCertificate: server.own,
      warnings: [token, server, ...authorities, ...(client ? [client] : [])].flatMap(({ warnings }) =>
        warnings.map(({ code }) => code)
      )
    }
  }

  /** Codes and values alone: a reply may hold anything. */
  function failures() {
    return failed().map(({ id, command, finishedAt, failure }) => ({
      trace: id,
      command,
      at: finishedAt === null ? null : new Date(finishedAt).toISOString(),
      code: failure?.code,
      params: failure?.params
    }))
  }

  return {
    report(): { fileName: string; text: string } {
      const at = new Date(now()).toISOString()
      const { electron, chrome } = process.versions
      const text = [
        `# ogDesk ${about.version} · ${at}\n`,
        section('Program', { ...about, node: process.versions.node, electron, chrome }),
        section('System', {
          platform: platform(),
          release: release(),
          arch: arch(),
          processors: cpus().length,
          memoryMb: Math.round(totalmem() / MEGABYTE),
          freeMb: Math.round(freemem() / MEGABYTE),
          usedMb: Math.round(process.memoryUsage().rss / MEGABYTE),
          uptimeSeconds: Math.round(process.uptime())
        }),
        section('Database', integrity()),
        section('Counts', counts()),
        section('Webhook server', webhook()),
        section('Reach', reach()),
        section('Trust', trusted()),
        // A certificate is public, and long.
        section('Settings', { ...settings(), siteCa: settings().siteCa === null ? null : 'set' }),
        section('Recent failures', failures()),
        section('Log', lastLogLines(about.dataDirectory, LOG_LINES).join('\n'))
      ].join('\n')
      return { fileName: `ogdesk-diagnostics-${at.slice(0, 10)}.txt`, text: withoutHome(text) }
    }
  }
}
export type Diagnostics = ReturnType<typeof createDiagnostics>

const EVERYTHING = { text: '', user: null, action: null, from: null, until: null, dangerousOnly: false }
