/** Which computers have a program: looked for in the latest inventory of each of their partitions. */
import { setImmediate } from 'node:timers/promises'
import type { ExportSelection } from '#shared/contract/exports.ts'
import type { ProgramPlace } from '#shared/contract/records.ts'
import { fold, searchWords } from '#shared/domain/search.ts'
import type { Tables } from '../db/tables.ts'
import type { Separator } from '../exporting/csv-text.ts'
import { fileTitle, type ExportedFile } from '../exporting/exports.ts'
import { readSelection, type ExportedClient } from '../exporting/selection.ts'

/** Computers that are looked through in one go: a campus has millions of programs, and the console listens meanwhile. */
const AT_ONCE = 50

interface Question {
  readonly question: string
  readonly of: ExportSelection
}

/** Builds the search. It throws FailureError where a unit of the selection is not there. */
export function createProgramSearch(tables: Tables) {
  async function search({ question, of }: Question) {
    const words = searchWords(question).map(({ text }) => text)
    const hasAll = (text: string): boolean => {
      const folded = fold(text)
      return words.every((word) => folded.includes(word))
    }
    // As they stand in the text of all: JSON writes some characters in its own way.
    const written = words.map((word) => JSON.stringify(word).slice(1, -1))
    const mayHave = (text: string): boolean => {
      const folded = fold(text)
      return written.every((word) => folded.includes(word))
    }
    const { clients, title } = readSelection(tables, of)
    const found = new Map<number, ProgramPlace[]>()
    const known = new Set<number>()
    for (let start = 0; start < clients.length; start += AT_ONCE) {
      const ids = clients.slice(start, start + AT_ONCE).map(({ id }) => id)
      for (const { text, ...place } of tables.software.latestTexts(ids)) {
        known.add(place.clientId)
        if (!mayHave(text)) continue
        const programs = (JSON.parse(text) as string[]).filter(hasAll)
        if (programs.length === 0) continue
        found.set(place.clientId, [...(found.get(place.clientId) ?? []), { ...place, programs }])
      }
      await setImmediate()
    }
    return { clients, title, found, known }
  }

  return {
    async find(question: Question): Promise<{ found: ProgramPlace[]; known: number; unknown: number }> {
      const { clients, found, known } = await search(question)
      return {
        found: clients.flatMap(({ id }) => found.get(id) ?? []),
        known: known.size,
        unknown: clients.length - known.size
      }
    },

    async export({ separator, ...question }: Question & { separator: Separator }): Promise<ExportedFile> {
      const [{ csvText }, { softwareTable }] = await Promise.all([
        import('../exporting/csv-text.ts'),
        import('./csv.ts')
      ])
      const { clients, title, found } = await search(question)
      const rowsOf = (client: ExportedClient) =>
        (found.get(client.id) ?? []).flatMap((place) => softwareTable.rows(client, place))
      return {
        fileName: `programas-${fileTitle(title)}.csv`,
        mimeType: 'text/csv;charset=utf-8',
        content: csvText(softwareTable.headers, clients.flatMap(rowsOf), separator),
        clients: found.size
      }
    }
  }
}
