/** Sentences outside the renderer, in any language: notifications and command-line output. */
import type { Language } from '../contract/inputs.ts'
import type { Failure } from '../domain/failures.ts'
import { ca } from './ca.ts'
import { en } from './en.ts'
import { es, type SharedMessages } from './es.ts'
import { failureSentenceIn } from './sentences.ts'

export { fill } from './sentences.ts'

/** Every sentence, by language. */
export const sharedMessages: Readonly<Record<Language, SharedMessages>> = { es, en, ca }

/** A failure as a sentence in a language. */
export function failureSentence(language: Language, failure: Failure): string {
  return failureSentenceIn(sharedMessages[language], failure)
}
