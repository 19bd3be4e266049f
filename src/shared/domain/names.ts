/** Canonical names of images: a file name on the repository. protocol.md section 6. */

/** The longest canonical name, in characters. [L] */
export const CANONICAL_NAME_MAX = 50

/** What is wrong with a canonical name; the user interface has a sentence for each. */
export type NameProblem = 'empty' | 'too-long' | 'characters'

/** The first rule that a canonical name breaks, or null: 1 to 50 letters, digits, `_` and `-`. [L, hyphen S] */
export function canonicalNameProblem(name: string): NameProblem | null {
  if (name === '') return 'empty'
  if (!/^[A-Za-z0-9_-]+$/.test(name)) return 'characters'
  return name.length > CANONICAL_NAME_MAX ? 'too-long' : null
}

/** The image's file on the repository. [S] */
export function imageFileName(canonicalName: string): string {
  return `${canonicalName}.img`
}

/** The canonical name of an image's file, or null where it is none. */
export function canonicalNameOf(fileName: string): string | null {
  const name = fileName.endsWith('.img') ? fileName.slice(0, -'.img'.length) : ''
  return canonicalNameProblem(name) === null ? name : null
}
