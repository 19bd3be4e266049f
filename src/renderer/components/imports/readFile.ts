import type { ImportPreview } from '#shared/contract/imports.ts'
import type { api } from '../../api.ts'

export type ImportContent = Parameters<typeof api.imports.open>[0]['content']
export type ImportRow = ImportPreview['rows'][number]

/** A file as it goes to the console: its bytes, for their encoding is not known yet. */
export function readFile(file: File): Promise<ImportContent> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => {
      const url = String(reader.result)
      resolve({ kind: 'base64', data: url.slice(url.indexOf(',') + 1) })
    })
    reader.addEventListener('error', () => reject(reader.error ?? new Error(file.name)))
    reader.readAsDataURL(file)
  })
}
