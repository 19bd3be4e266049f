/** The index of everything that can be found. Triggers keep it (migrations/*_search.sql); here it is asked. */
import { sql } from 'drizzle-orm'
import type { SearchKind } from '#shared/contract/search.ts'
import type { SearchWord } from '#shared/domain/search.ts'
import type { Orm } from '../open.ts'

/** The kinds by their numbers in the index, whose rows are numbered `kind * 2^40 + id`. */
const KIND_NUMBERS: Readonly<Record<SearchKind, number>> = {
  client: 0,
  unit: 1,
  subnet: 2,
  repository: 3,
  image: 4,
  trace: 5
}
const IDS_OF_A_KIND = 2 ** 40
/** The index is of pieces of three characters: what is shorter is not in it. */
const PIECE = 3

interface Indexed {
  readonly id: number
  readonly name: string
  /** Its other texts, one a line. */
  readonly rest: string
}

/** Whatever stands between the quotes is text to FTS5, but a quote has to be written twice. */
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** The words that the index knows, as FTS5 asks for them; null where there is none. */
function matchExpression(words: readonly SearchWord[]): string | null {
  const terms = words
    .filter(({ text }) => [...text].length >= PIECE)
    .map(({ text, digits }) =>
      digits !== null && digits.length >= PIECE ? `(${quoted(text)} OR ${quoted(digits)})` : quoted(text)
    )
  return terms.length ? terms.join(' AND ') : null
}

/** Reads the index. */
export function createSearchTable(orm: Orm) {
  return {
    /** Whether the index alone can tell what holds these words; otherwise some of the candidates do not. */
    knows: (words: readonly SearchWord[]): boolean => words.every(({ text }) => [...text].length >= PIECE),
    /** The rows of a kind that may hold all these words, the newest first. */
    candidates(kind: SearchKind, words: readonly SearchWord[], limit: number): Indexed[] {
      const first = KIND_NUMBERS[kind] * IDS_OF_A_KIND
      const expression = matchExpression(words)
      const matching = expression === null ? sql`` : sql`search match ${expression} and`
      return orm.all<Indexed>(
        sql`select rowid - ${first} as id, name, rest from search
          where ${matching} rowid between ${first} and ${first + IDS_OF_A_KIND - 1}
          order by rowid desc limit ${limit}`
      )
    }
  }
}
