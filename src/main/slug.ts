import { fold } from '#shared/domain/search.ts'

/** A text as part of a name of a file or of a computer: `Aula 1 (sótano)` → `aula-1-sotano`. */
export function slug(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
