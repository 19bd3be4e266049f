/** Any file that computers can come from, ogDesk's own document among them. */
import type { ImportFormat } from '#shared/domain/imports.ts'
import { decode } from './decode.ts'
import { readDocument } from './document-source.ts'
import { readImport } from './read.ts'
import type { ImportSource } from './source.ts'

/** Reads a file; what cannot be read is among the problems. @throws FailureError where a newer ogDesk wrote it */
export async function readSource(
  bytes: Uint8Array,
  { fileName, format }: { fileName: string | null; format: ImportFormat | null }
): Promise<ImportSource> {
  const { document, ...source } = await readImport(bytes, {
    ...(fileName !== null && { fileName }),
    ...(format !== null && { format })
  })
  if (document === undefined) return source
  return { ...source, ...readDocument(document, decode(bytes).text) }
}
