/**
 * Takes the rows of a few tables out of a MySQL dump, made by mysqldump or phpMyAdmin. Everything else, such as the
 * log of a year's actions, is skipped without being looked at.
 */
import { lineIndex } from '../lines.ts'

/** Bytes written in hexadecimal, which are a number or a text as the column asks. */
export class HexLiteral {
  readonly digits: string

  constructor(digits: string) {
    this.digits = digits
  }
}

/** Undefined: an expression, whose value only the database knows. */
export type Cell = string | HexLiteral | null | undefined

interface DumpRow {
  readonly line: number
  readonly start: number
  readonly end: number
  readonly cells: readonly Cell[]
}

interface DumpTable {
  /** Each row with the columns of its own INSERT. */
  readonly rows: { readonly columns: readonly string[] | undefined; readonly row: DumpRow }[]
}

interface DumpProblem {
  readonly line: number
  readonly start: number
  readonly expected: string
}

export interface Dump {
  /** By the table's name, in lower case; a table that is not in the dump is not there. */
  readonly tables: ReadonlyMap<string, DumpTable>
  readonly problems: readonly DumpProblem[]
}

const STATEMENT =
  /(?:(INSERT|REPLACE)(?:\s+(?:LOW_PRIORITY|DELAYED|HIGH_PRIORITY|IGNORE))*(?:\s+INTO)?|CREATE\s+TABLE(?:\s+IF\s+NOT\s+EXISTS)?)\s+(?:[`"]?\w+[`"]?\s*\.\s*)?[`"]?(\w+)[`"]?/iy
/** Where the next statement may begin after one that is broken. */
const NEXT_STATEMENT = /^(?:INSERT|REPLACE|CREATE|DROP|ALTER|LOCK|UNLOCK)\b/gim
const SPACE = /\s+/y
const COMMENT = /--(?=\s|$)[^\n]*|#[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y
const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?(?![\w.])/iy
const HEX = /(?:0x([\da-f]*)(?!\w)|x'([\da-f]*)')/iy
const WORD = /[a-z_]\w*/iy
const IDENTIFIER = /`([^`]*)`|"([^"]*)"|(\w+)/y
/** What can end a statement, or hide its end. */
const SKIPPED = /[;'"`]|--(?=\s|$)[^\n]*|#[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g
const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', '0': '', b: '', Z: '' }

/** After so many a file is no dump. */
const PROBLEMS_MAX = 50

/** What stands in an INSERT and is no SQL. */
class Broken extends Error {
  readonly expected: string

  constructor(expected: string) {
    super(`expected ${expected}`)
    this.expected = expected
  }
}

/** Reads the rows of the tables that are wanted. */
export function readDump(text: string, wanted: ReadonlySet<string>): Dump {
  return new DumpReader(text, wanted).read()
}

class DumpReader {
  private readonly text: string
  private readonly wanted: ReadonlySet<string>
  private readonly lineOf: (offset: number) => number
  private readonly tables = new Map<string, DumpTable>()
  private readonly columns = new Map<string, readonly string[]>()
  private readonly problems: DumpProblem[] = []
  private at = 0
  /** Where the row or the statement begins that is read now. */
  private begun = 0

  constructor(text: string, wanted: ReadonlySet<string>) {
    this.text = text
    this.wanted = wanted
    this.lineOf = lineIndex(text)
  }

  read(): Dump {
    while (this.problems.length < PROBLEMS_MAX) {
      do this.skipSpace()
      while (this.accept(';'))
      if (this.at >= this.text.length) break
      this.begun = this.at
      try {
        this.statement()
      } catch (error) {
        if (!(error instanceof Broken)) throw error
        const start = this.begun
        this.problems.push({ line: this.lineOf(start), start, expected: error.expected })
        // Where a text is not closed, it has swallowed what follows: the next line that begins a statement does.
        NEXT_STATEMENT.lastIndex = start + 1
        this.at = NEXT_STATEMENT.exec(this.text)?.index ?? this.text.length
      }
    }
    return { tables: this.tables, problems: this.problems }
  }

  private statement(): void {
    const match = this.take(STATEMENT)
    const table = match?.[2]?.toLowerCase()
    if (!match || table === undefined || !this.wanted.has(table)) return this.skipStatement()
    if (match[1] === undefined) this.create(table)
    else this.insert(table)
  }

  /** The columns of a table in their order, for INSERTs that do not name them. */
  private create(table: string): void {
    this.skipSpace()
    if (this.text[this.at] !== '(') return this.skipStatement()
    const columns: string[] = []
    if (!this.tables.has(table)) this.tables.set(table, { rows: [] })
    do {
      this.at++
      this.skipSpace()
      const [, ticked, quoted, plain] = this.take(IDENTIFIER) ?? []
      const key =
        plain !== undefined && /^(?:PRIMARY|UNIQUE|KEY|INDEX|FULLTEXT|CONSTRAINT|FOREIGN)$/i.test(plain)
      const name = ticked ?? quoted ?? plain
      if (name !== undefined && !key) columns.push(name.toLowerCase())
      this.skipExpression()
    } while (this.text[this.at] === ',')
    this.columns.set(table, columns)
    this.skipStatement()
  }

  private insert(table: string): void {
    this.skipSpace()
    const columns = this.text[this.at] === '(' ? this.columnList() : this.columns.get(table)
    this.skipSpace()
    if (!/^VALUES?$/i.test(this.take(WORD)?.[0] ?? '')) return this.skipStatement()
    const known = this.tables.get(table) ?? { rows: [] }
    this.tables.set(table, known)
    do {
      this.skipSpace()
      known.rows.push({ columns, row: this.row() })
      this.skipSpace()
    } while (this.accept(','))
    // `ON DUPLICATE KEY UPDATE`, and nothing else.
    if (/[a-z]/i.test(this.text[this.at] ?? '')) return this.skipStatement()
    this.expect(';')
  }

  private columnList(): string[] {
    const columns: string[] = []
    this.expect('(')
    do {
      this.skipSpace()
      const [, ticked, quoted, plain] = this.take(IDENTIFIER) ?? []
      const name = ticked ?? quoted ?? plain
      if (name === undefined) throw new Broken(')')
      columns.push(name.toLowerCase())
      this.skipSpace()
    } while (this.accept(','))
    this.expect(')')
    return columns
  }

  private row(): DumpRow {
    const start = this.at
    this.begun = start
    const cells: Cell[] = []
    this.expect('(')
    do {
      this.skipSpace()
      cells.push(this.cell())
      this.skipSpace()
    } while (this.accept(','))
    this.expect(')')
    return { line: this.lineOf(start), start, end: this.at, cells }
  }

  private cell(): Cell {
    const first = this.text[this.at]
    if (first === "'" || first === '"') return this.string(first)
    const hex = this.take(HEX)
    if (hex) return new HexLiteral(hex[1] ?? hex[2] ?? '')
    const number = this.take(NUMBER)
    if (number) return number[0]
    const word = this.take(WORD)?.[0]
    if (word === undefined) throw new Broken(')')
    if (/^null$/i.test(word)) return null
    if (/^(?:true|false)$/i.test(word)) return /^true$/i.test(word) ? '1' : '0'
    // `_utf8'…'`, `_binary 0x…`: the text's encoding.
    this.skipSpace()
    if (word.startsWith('_')) return this.cell()
    this.skipExpression()
    return undefined
  }

  private string(quote: string): string {
    const text = this.text
    let from = this.at + 1
    let value = ''
    for (let at = from; ; at++) {
      const char = text[at]
      if (char === undefined) {
        this.at = text.length
        throw new Broken(quote)
      }
      if (char === '\\') {
        const escaped = text[at + 1] ?? ''
        value += text.slice(from, at) + (ESCAPES[escaped] ?? escaped)
        at++
        from = at + 1
      } else if (char === quote && text[at + 1] === quote) {
        value += text.slice(from, at + 1)
        at++
        from = at + 1
      } else if (char === quote) {
        this.at = at + 1
        return value + text.slice(from, at)
      }
    }
  }

  /** To the `,` or `)` that ends it; brackets and texts within are passed over. */
  private skipExpression(): void {
    let depth = 0
    for (; this.at < this.text.length; this.at++) {
      const char = this.text[this.at]!
      if (char === "'" || char === '"') {
        this.string(char)
        this.at--
      } else if (char === '(') depth++
      else if (depth === 0 && (char === ',' || char === ')' || char === ';')) return
      else if (char === ')') depth--
    }
  }

  private skipStatement(): void {
    SKIPPED.lastIndex = this.at
    for (let match = SKIPPED.exec(this.text); match; match = SKIPPED.exec(this.text)) {
      const [found] = match
      if (found === ';') {
        this.at = match.index + 1
        return
      }
      if (found.length === 1 && found !== '#') {
        this.at = match.index
        if (found === '`') this.at = afterNext(this.text, '`', this.at + 1)
        else this.string(found)
        SKIPPED.lastIndex = this.at
      }
    }
    this.at = this.text.length
  }

  private skipSpace(): void {
    while (this.take(SPACE) || this.take(COMMENT));
  }

  private take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at
    const match = pattern.exec(this.text)
    if (match) this.at = pattern.lastIndex
    return match
  }

  private accept(char: string): boolean {
    if (this.text[this.at] !== char) return false
    this.at++
    return true
  }

  private expect(char: string): void {
    if (!this.accept(char)) throw new Broken(char)
  }
}

function afterNext(text: string, char: string, from: number): number {
  const at = text.indexOf(char, from)
  return at === -1 ? text.length : at + 1
}
