/** A table as a spreadsheet opens it. */
import { stringify } from 'csv-stringify/sync'

/** `;` is what a Spanish Excel opens by itself. */
export type Separator = ';' | ','

/** Tells Excel that what follows is UTF-8. */
const MARK = '\uFEFF'

/** A spreadsheet runs what looks like a formula; an apostrophe makes it text, and an import takes it away again. */
const guarded = (cell: string): string => (/^['=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell)

/** A moment as a spreadsheet understands it; in UTC, as there is no telling where it is opened. */
export const utcTime = (at: number): string => new Date(at).toISOString().slice(0, 19).replace('T', ' ')

/** Rows, to be put below a table that has begun. */
export const csvRows = (rows: readonly (readonly string[])[], separator: Separator): string =>
  stringify(
    rows.map((row) => row.map(guarded)),
    { delimiter: separator, record_delimiter: 'windows' }
  )

/** A whole table, or its beginning. */
export const csvText = (
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  separator: Separator
): string => MARK + csvRows([headers, ...rows], separator)
