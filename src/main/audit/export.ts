/** The audit as a file, in parts. */
import { setImmediate } from 'node:timers/promises'
import type { AuditFilePart, AuditFilter } from '#shared/contract/audit.ts'
import type { Language } from '#shared/contract/inputs.ts'
import type { Tables } from '../db/tables.ts'
import type { Separator } from '../exporting/csv-text.ts'
import type { AuditFileText } from './file-text.ts'

interface Request {
  readonly filter: AuditFilter
  readonly format: 'csv' | 'json'
  readonly separator: Separator
}

/** An entry a line, with the names that its fields have in the contract: for programs, the same in every language. */
const jsonText = (exportedAt: string): AuditFileText => ({
  begin: `{\n"format": "ogdesk-audit",\n"exportedAt": "${exportedAt}",\n"entries": [\n`,
  rows: (entries, first) =>
    entries.map((entry, index) => (first && index === 0 ? '' : ',\n') + JSON.stringify(entry)).join(''),
  end: '\n]\n}\n'
})

/** Entries that are looked at in one go, whether the filter lets them through or not. */
const PAGE = 100

/**
 * A dated file of what the filter lets through and was there when it began; what was noted last comes first. The table is
 * in the language of the window, the JSON has the contract's names. Between two parts the console does other work.
 */
export async function* exportAudit(
  audit: Pick<Tables['audit'], 'newest' | 'between'>,
  { filter, format, separator }: Request,
  { language, at }: { language: Language; at: number }
): AsyncGenerator<AuditFilePart> {
  // What is noted meanwhile gets higher numbers.
  const newest = audit.newest()
  const exportedAt = new Date(at).toISOString()
  const file = {
    fileName: `ogdesk-audit-${exportedAt.slice(0, 10)}.${format}`,
    mimeType: format === 'json' ? 'application/json' : 'text/csv;charset=utf-8'
  }
  const text =
    format === 'json' ? jsonText(exportedAt) : (await import('./csv.ts')).csvFileText(language, separator)
  let entries = 0
  yield { ...file, content: text.begin, entries, progress: 0 }
  for (let last = newest; last > 0; last -= PAGE) {
    await setImmediate()
    const first = Math.max(1, last - PAGE + 1)
    const page = audit.between(first, last, filter)
    const content = text.rows(page, entries === 0)
    entries += page.length
    yield { ...file, content, entries, progress: 1 - first / (newest + 1) }
  }
  yield { ...file, content: text.end, entries, progress: 1 }
}
