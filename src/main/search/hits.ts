/** What was found, as it is shown: the row itself, where it stands, and in which of its texts the words are. */
import type { SearchField, SearchHit, SearchKind } from '#shared/contract/search.ts'
import { fold, holds, type SearchWord } from '#shared/domain/search.ts'
import type { Tables } from '../db/tables.ts'

type Texts = readonly (readonly [SearchField, string | null | undefined])[]

/** The field outside the name that answers the question, or null where the name does alone. */
function matchedField(name: string, texts: Texts, words: readonly SearchWord[]): SearchHit['matched'] {
  const folded = fold(name)
  const missing = words.filter((word) => !holds(folded, word))
  for (const [field, value] of texts) {
    if (!value) continue
    const text = fold(field === 'mac' ? `${value} ${value.replaceAll(':', '')}` : value)
    if (missing.some((word) => holds(text, word))) return { field, value }
  }
  return null
}

/** Builds what reads a found row; it answers with null for one that is gone. */
export function createHits(tables: Tables) {
  /** The names of a unit and of those above it, from the top. */
  function path(unitId: number | null): string[] {
    const names: string[] = []
    for (let unit = tables.units.get(unitId ?? 0); unit; unit = tables.units.get(unit.parentId ?? 0)) {
      names.unshift(unit.name)
    }
    return names
  }

  const readers: {
    readonly [K in SearchKind]: (id: number, words: readonly SearchWord[]) => SearchHit | null
  } = {
    client(id, words) {
      const row = tables.clients.get(id)
      if (!row) return null
      const { name, ip, mac, state } = row
      const above = path(row.unitId)
      const texts: Texts = [
        ['ip', ip],
        ['mac', mac],
        ['serialNumber', row.serialNumber],
        ['system', row.systemName],
        ['unit', above.at(-1)]
      ]
      return {
        kind: 'client',
        id,
        name,
        ip,
        mac,
        state,
        path: above,
        matched: matchedField(name, texts, words)
      }
    },
    unit(id, words) {
      const row = tables.units.get(id)
      if (!row) return null
      const { name, type } = row
      const texts: Texts = [
        ['location', row.location],
        ['comments', row.comments]
      ]
      return {
        kind: 'unit',
        id,
        name,
        type,
        path: path(row.parentId),
        matched: matchedField(name, texts, words)
      }
    },
    image(number, words) {
      const row = tables.images.byNumber(number)
      if (!row) return null
      const { id, name, description, state } = row
      const texts: Texts = [
        ['number', `#${number}`],
        ['description', description],
        ['version', row.version],
        ['fullsum', row.fullsum]
      ]
      return { kind: 'image', id, name, description, state, matched: matchedField(name, texts, words) }
    },
    trace(id, words) {
      const row = tables.traces.get(id)
      if (!row) return null
      const { command, state, clientName, imageName, scheduledAt } = row
      const texts: Texts = [
        ['number', `#${id}`],
        ['job', row.jobId],
        ['client', clientName],
        ['image', imageName]
      ]
      const matched = matchedField('', texts, words)
      return { kind: 'trace', id, command, state, clientName, imageName, scheduledAt, matched }
    },
    subnet(id, words) {
      const row = tables.subnets.get(id)
      if (!row) return null
      const { name, address } = row
      const texts: Texts = [
        ['address', address],
        ['router', row.routerIp]
      ]
      return { kind: 'subnet', id, name, address, matched: matchedField(name, texts, words) }
    },
    repository(id, words) {
      const row = tables.repositories.get(id)
      if (!row) return null
      const { name, ip } = row
      return { kind: 'repository', id, name, ip, matched: matchedField(name, [['ip', ip]], words) }
    }
  }

  return (kind: SearchKind, id: number, words: readonly SearchWord[]): SearchHit | null =>
    readers[kind](id, words)
}
