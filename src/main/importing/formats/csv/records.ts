/** The records of a CSV file, each with the line on which it begins, whatever quotes somebody forgot in it. */
import { type CsvError, parse } from 'csv-parse/sync'

export interface CsvRecord {
  readonly line: number
  readonly cells: readonly string[]
  readonly raw: string
}

export interface CsvRecords {
  readonly records: readonly CsvRecord[]
  /** Lines with a quote that nothing closes. */
  readonly broken: readonly { readonly line: number; readonly raw: string }[]
}

/** More lines with stray quotes than this, and quotes mean nothing in the file. */
const REPAIRS_MAX = 200
const NEWLINE = 10
const RETURN = 13

/** Splits a file; an unbalanced quote costs the line on which it stands, and no other. */
export function readRecords(text: string, delimiter: string): CsvRecords {
  const bytes = Buffer.from(text)
  const lines = lineCounter(bytes)
  const records: CsvRecord[] = []
  const broken: { line: number; raw: string }[] = []
  let from = 0
  for (let repairs = 0; from < bytes.length; repairs++) {
    const base = from
    const add = (cells: readonly string[], end: number) => {
      records.push({ line: lines.at(from), cells, raw: bytes.toString('utf8', from, end) })
      from = end
    }
    const failed = split(bytes.subarray(base), delimiter, repairs < REPAIRS_MAX, (cells, end) =>
      add(cells, base + end)
    )
    if (!failed) break
    const end = endOfLine(bytes, from)
    const raw = bytes.toString('utf8', from, end)
    const cells = splitLine(raw, delimiter)
    if (cells) add(cells, end)
    else {
      broken.push({ line: lines.at(from), raw })
      from = end
    }
  }
  return { records, broken }
}

/** Hands over record after record with the place where it ends; true where a quote stopped it. */
function split(
  bytes: Buffer,
  delimiter: string,
  quotes: boolean,
  add: (cells: readonly string[], end: number) => void
): boolean {
  try {
    parse(bytes, {
      delimiter,
      quote: quotes ? '"' : false,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      on_record: (cells: string[], { bytes: end }) => {
        add(cells, end)
        return null
      }
    })
    return false
  } catch (error) {
    if ((error as CsvError).code === undefined) throw error
    return true
  }
}

/** One line that is no CSV by itself, such as `PC "nuevo",08:00…`; null where its quote stays open. */
function splitLine(line: string, delimiter: string): readonly string[] | null {
  try {
    const [cells] = parse(line, { delimiter, relax_quotes: true, relax_column_count: true }) as string[][]
    return cells ?? null
  } catch {
    return null
  }
}

function endOfLine(bytes: Buffer, from: number): number {
  let at = from
  while (at < bytes.length && bytes[at] !== NEWLINE && bytes[at] !== RETURN) at++
  return bytes[at] === RETURN && bytes[at + 1] === NEWLINE ? at + 2 : Math.min(at + 1, bytes.length)
}

/** Tells the line of a place; the places only go on. */
function lineCounter(bytes: Buffer) {
  let line = 1
  let seen = 0
  return {
    at(place: number): number {
      for (; seen < place; seen++) {
        if (bytes[seen] === NEWLINE || (bytes[seen] === RETURN && bytes[seen + 1] !== NEWLINE)) line++
      }
      return line
    }
  }
}
