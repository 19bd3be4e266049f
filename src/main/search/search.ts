/** Finding anything: from what somebody types to the rows that hold it, the best first. */
import type { SearchHit, SearchKind } from '#shared/contract/search.ts'
import { fold, holds, nameRank, searchWords, type SearchWord } from '#shared/domain/search.ts'
import type { Tables } from '../db/tables.ts'
import { createHits } from './hits.ts'

/** In the order in which equally good answers are shown. */
const KINDS: readonly SearchKind[] = ['client', 'unit', 'image', 'trace', 'subnet', 'repository']
/** Who finds more than this of one kind adds a word; which of them come first matters to nobody. */
const CANDIDATES = 300

interface Found {
  readonly id: number
  readonly name: string
  readonly rank: number
}
interface SearchGroup {
  readonly kind: SearchKind
  readonly hits: SearchHit[]
  readonly more: boolean
}

const byName = new Intl.Collator('es', { numeric: true, sensitivity: 'base' })
const better = (one: Found, other: Found): number =>
  one.rank - other.rank || byName.compare(one.name, other.name) || other.id - one.id

/** The first of many in order, without putting all of them in order. */
function firstOf(all: Iterable<Found>, limit: number): Found[] {
  const first: Found[] = []
  for (const one of all) {
    if (first.length === limit && better(one, first[limit - 1]!) >= 0) continue
    let place = first.length
    while (place > 0 && better(one, first[place - 1]!) < 0) place--
    first.splice(place, 0, one)
    if (first.length > limit) first.pop()
  }
  return first
}

/** Builds the service. */
export function createSearch(tables: Tables) {
  const toHit = createHits(tables)

  /** What of a kind holds every word, the best first, at most so many. */
  function findKind(kind: SearchKind, words: readonly SearchWord[], limit: number): Found[] {
    const found = new Map<number, Found>()
    for (const { id, name, rest } of tables.search.candidates(kind, words, CANDIDATES)) {
      const text = fold(`${name}\n${rest}`)
      if (!words.every((word) => holds(text, word))) continue
      found.set(id, { id, name, rank: nameRank(text.slice(0, text.indexOf('\n')), words) })
    }
    return firstOf(found.values(), limit)
  }

  return {
    /** @param limit hits of one kind */
    find(text: string, limit: number): SearchGroup[] {
      const words = searchWords(text)
      if (words.length === 0) return []
      const groups: (SearchGroup & { best: number })[] = []
      for (const kind of KINDS) {
        const found = findKind(kind, words, limit + 1)
        const hits = found.slice(0, limit).flatMap(({ id }) => toHit(kind, id, words) ?? [])
        const [first] = found
        if (first && hits.length) groups.push({ kind, hits, more: found.length > limit, best: first.rank })
      }
      return groups.sort((a, b) => a.best - b.best).map(({ best: _best, ...group }) => group)
    }
  }
}
export type Search = ReturnType<typeof createSearch>
