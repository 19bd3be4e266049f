/** The inventory, or a part of it, as a file. */
import type { ExportSelection } from '#shared/contract/exports.ts'
import type { ExportFormat } from '#shared/domain/imports.ts'
import type { Tables } from '../db/tables.ts'
import { readInventory } from '../importing/inventory-view.ts'
import { slug } from '../slug.ts'
import { inventoryDocumentOf, printDocument } from './document.ts'
import { toDhcpd } from './dhcpd.ts'
import { toKea } from './kea.ts'
import { readSelection, type Exported } from './selection.ts'

export interface ExportedFile {
  readonly fileName: string
  readonly mimeType: string
  readonly content: string
  /** How many computers are in it. */
  readonly clients: number
}

interface TextFormat {
  readonly fileName: (title: string) => string
  readonly mimeType: string
  write(exported: Exported, separator: ';' | ','): string | Promise<string>
}

const TEXT_FORMATS: Readonly<Record<Exclude<ExportFormat, 'ogdesk'>, TextFormat>> = {
  csv: {
    fileName: (title) => `${title}.csv`,
    mimeType: 'text/csv;charset=utf-8',
    write: async (exported, separator) => (await import('./csv.ts')).toCsv(exported, separator)
  },
  dhcpd: {
    fileName: (title) => `dhcpd-${title}.conf`,
    mimeType: 'text/plain;charset=utf-8',
    write: toDhcpd
  },
  kea: { fileName: (title) => `kea-${title}.json`, mimeType: 'application/json', write: toKea }
}

/** `Aula 1 (sótano)` → `aula-1-sotano` */
export function fileTitle(title: string | null): string {
  return slug(title ?? '').slice(0, 60) || 'equipos'
}

/** Builds the service. */
export function createExports(tables: Tables, now: () => number) {
  return {
    /** @throws FailureError where what was selected is not there any more */
    async make(request: {
      format: ExportFormat
      selection: ExportSelection
      separator: ';' | ','
    }): Promise<ExportedFile> {
      const { format, selection, separator } = request
      if (format === 'ogdesk') {
        const view = readInventory(tables)
        const day = new Date(now()).toISOString().slice(0, 10)
        return {
          fileName: `ogdesk-${day}.json`,
          mimeType: 'application/json',
          content: printDocument(inventoryDocumentOf(view)),
          clients: view.clients.length
        }
      }
      const exported = readSelection(tables, selection)
      const { fileName, mimeType, write } = TEXT_FORMATS[format]
      return {
        fileName: fileName(fileTitle(exported.title)),
        mimeType,
        content: await write(exported, separator),
        clients: exported.clients.length
      }
    }
  }
}
export type Exports = ReturnType<typeof createExports>
