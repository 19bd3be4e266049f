/** A table as a spreadsheet opens it. */
import { stringify } from 'csv-stringify/sync'

/** A spreadsheet runs what looks like a formula; an apostrophe makes it text, and an import takes it away again. */
const guarded = (cell: string): string => (/^['=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell)

/** @param separator `;` is what a Spanish Excel opens by itself */
export function csvText(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  separator: ';' | ','
): string {
  // The mark tells Excel that this is UTF-8.
  return stringify([headers, ...rows.map((row) => row.map(guarded))], {
    bom: true,
    delimiter: separator,
    record_delimiter: 'windows'
  })
}
