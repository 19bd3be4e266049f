/** The audit as a table that a spreadsheet opens. */
import type { AuditEntry } from '#shared/contract/audit.ts'
import type { Language } from '#shared/contract/inputs.ts'
import { auditText } from '#shared/messages/audited/text.ts'
import { sharedMessages } from '#shared/messages/format.ts'
import { failureSentenceIn } from '#shared/messages/sentences.ts'
import { csvRows, csvText, utcTime, type Separator } from '../exporting/csv-text.ts'
import type { AuditFileText } from './file-text.ts'

/** The table in the words of a language, as the window shows them. */
export function csvFileText(language: Language, separator: Separator): AuditFileText {
  const messages = sharedMessages[language]
  const { columns, hosts, yes, no } = messages.audited
  const { titleOf, subjectText, outcomeText, nameText, valueText } = auditText(messages)
  const cells: readonly (readonly [header: string, cell: (entry: AuditEntry) => string])[] = [
    [columns.id, ({ id }) => String(id)],
    [columns.atUtc, ({ at }) => utcTime(at)],
    [columns.user, ({ user }) => user],
    [columns.host, ({ host }) => hosts[host]],
    [columns.session, ({ session }) => session ?? ''],
    [columns.action, titleOf],
    [columns.danger, ({ danger }) => (danger ? yes : no)],
    [columns.subject, subjectText],
    [columns.clientCount, ({ clientCount }) => String(clientCount)],
    [columns.computers, ({ clients }) => clients.map(({ id, name }) => `${name} (#${id})`).join(', ')],
    [
      columns.values,
      ({ params }) =>
        Object.entries(params)
          .map(([name, value]) => `${nameText(name)}: ${valueText(name, value)}`)
          .join('; ')
    ],
    [columns.outcome, outcomeText],
    [columns.failure, ({ failure }) => (failure ? failureSentenceIn(messages, failure) : '')],
    [columns.batchId, ({ batchId }) => batchId ?? ''],
    [columns.traceId, ({ traceId }) => String(traceId ?? '')]
  ]
  const headers = cells.map(([header]) => header)
  return {
    begin: csvText(headers, [], separator),
    rows: (entries) =>
      csvRows(
        entries.map((entry) => cells.map(([, cell]) => cell(entry))),
        separator
      ),
    end: ''
  }
}
