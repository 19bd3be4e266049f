/** The audit as a file. */
import type { AuditEntry } from '#shared/contract/audit.ts'

const HEADERS = [
  'id',
  'at',
  'user',
  'host',
  'session',
  'action',
  'subject',
  'computers',
  'computer count',
  'values',
  'dangerous',
  'outcome',
  'failure',
  'batch',
  'trace'
] as const

const cells = (entry: AuditEntry): string[] => [
  String(entry.id),
  new Date(entry.at).toISOString(),
  entry.user,
  entry.host,
  entry.session ?? '',
  entry.action,
  entry.subject,
  entry.clients.map(({ id, name }) => `${name} (#${id})`).join(', '),
  String(entry.clientCount),
  Object.entries(entry.params)
    .map(([name, value]) => `${name}=${value}`)
    .join('; '),
  entry.danger ? '1' : '0',
  entry.outcome ?? '',
  entry.failure?.code ?? '',
  entry.batchId ?? '',
  String(entry.traceId ?? '')
]

/** A dated file of these entries. The words are the program's own, the same in every language. */
export async function exportAudit(
  entries: readonly AuditEntry[],
  format: 'csv' | 'json',
  separator: ';' | ',',
  at: number
) {
  const title = `ogdesk-audit-${new Date(at).toISOString().slice(0, 10)}`
  if (format === 'json') {
    const content = `${JSON.stringify({ format: 'ogdesk-audit', exportedAt: new Date(at).toISOString(), entries }, null, 2)}\n`
    return { fileName: `${title}.json`, mimeType: 'application/json', content, entries: entries.length }
  }
  const { csvText } = await import('../exporting/csv-text.ts')
  const content = csvText(HEADERS, entries.map(cells), separator)
  return { fileName: `${title}.csv`, mimeType: 'text/csv;charset=utf-8', content, entries: entries.length }
}
