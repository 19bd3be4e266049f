/** The index of everything that can be found. Triggers keep it (migrations/*_search.sql); here it is asked. */
import { sql, type SQL } from 'drizzle-orm'
import type { SearchKind } from '#shared/contract/search.ts'
import { fold, type SearchWord } from '#shared/domain/search.ts'
import type { Orm } from '../open.ts'

/** The kinds by their numbers in the index, whose rows are numbered `kind * 2^40 + id`. */
const KIND_NUMBERS: Readonly<Record<SearchKind, number>> = {
  unit: 0,
  subnet: 1,
  repository: 2,
  image: 3,
  client: 4,
  trace: 5
}
const IDS_OF_A_KIND = 2 ** 40
/** The index is of pieces of three characters: what is shorter is not in it, and is looked for row by row. */
const PIECE = 3
/** Traces grow for years: one or two letters are looked for in the newest only. */
const NEWEST = 2000

interface Indexed {
  readonly id: number
  readonly name: string
  /** Its other texts, one a line. */
  readonly rest: string
}

const isIndexed = (text: string): boolean => [...text].length >= PIECE

/** Whatever stands between the quotes is text to FTS5, but a quote has to be written twice. */
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** The words that the index knows, as FTS5 asks for them; null where there is none. */
function matchExpression(words: readonly SearchWord[]): string | null {
  const terms = words
    .filter(({ text }) => isIndexed(text))
    .map(({ text, digits }) =>
      digits !== null && isIndexed(digits) ? `(${quoted(text)} OR ${quoted(digits)})` : quoted(text)
    )
  return terms.length ? terms.join(' AND ') : null
}

/** The letters that are a letter with an accent, by that letter: Latin-1 to Latin Extended-B. */
const ACCENTED = new Map<string, string>()
for (let code = 0xc0; code < 0x250; code++) {
  const letter = String.fromCodePoint(code)
  const plain = fold(letter)
  if (/^[a-z]$/.test(plain)) ACCENTED.set(plain, (ACCENTED.get(plain) ?? '') + letter)
}

/** A folded text as a pattern of GLOB, which knows neither capitals nor accents by itself. */
function globbed(text: string): string {
  return [...text]
    .map((letter) => {
      if (/[a-z]/.test(letter)) return `[${letter}${letter.toUpperCase()}${ACCENTED.get(letter) ?? ''}]`
      return '*?['.includes(letter) ? `[${letter}]` : letter
    })
    .join('')
}

/** Reads the index. What it answers may hold a word in another spelling; whoever asks looks again. */
export function createSearchTable(orm: Orm) {
  function rows(kind: SearchKind, where: readonly SQL[], order: SQL, limit: number): Indexed[] {
    // Written out: a number of this size is bound as a floating-point one, and then FTS5 reads on to the end of its list.
    const [first, last] = [0, IDS_OF_A_KIND - 1].map((id) =>
      sql.raw(String(KIND_NUMBERS[kind] * IDS_OF_A_KIND + id))
    )
    const ofKind = sql`rowid between ${first} and ${last}`
    const conditions = sql.join([ofKind, ...where], sql` and `)
    return orm.all<Indexed>(
      sql`select rowid - ${first} as id, name, rest from search where ${conditions} order by ${order} limit ${limit}`
    )
  }

  /** The names that begin with the question first, of those the shortest: the name itself, where it is one. */
  const shortest = sql`length(name), name`

  return {
    /** Rows of a kind that hold all these words: those whose names begin with them, and some of the others. */
    candidates(kind: SearchKind, words: readonly SearchWord[], limit: number): Indexed[] {
      const whole = words.map(({ text }) => text).join(' ')
      const expression = matchExpression(words)
      const short = words
        .filter(({ text }) => !isIndexed(text))
        .map(({ text }) => `*${globbed(text)}*`)
        .map((pattern) => sql`(name glob ${pattern} or rest glob ${pattern})`)
      if (expression === null && kind === 'trace') {
        const newest = sql`rowid > (select max(rowid) from search) - ${NEWEST}`
        return rows(kind, [newest, ...short], sql`rowid desc`, limit)
      }
      if (expression === null) {
        return rows(kind, short, sql`name glob ${`${globbed(whole)}*`} desc, ${shortest}`, limit)
      }
      // From the end of the index that the kind is nearer to: all rows on the way there are read.
      const direction = kind === 'trace' ? sql`rowid desc` : sql`rowid`
      const holding = rows(kind, [sql`search match ${expression}`, ...short], direction, limit)
      if (kind === 'trace' || holding.length < limit) return holding
      return [...rows(kind, [sql`search match ${`name : ^ ${quoted(whole)}`}`], shortest, limit), ...holding]
    }
  }
}
