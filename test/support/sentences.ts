import { expect } from 'vitest'
import { LANGUAGES } from '#shared/contract/inputs.ts'
import type { Failure } from '#shared/domain/failures.ts'
import { failureSentence } from '#shared/messages/format.ts'

/** A failure can be told in every language: with all its values, and not the same words twice. */
export function expectSentences(failure: Failure | null): void {
  expect(failure).not.toBeNull()
  const sentences = LANGUAGES.map((language) => failureSentence(language, failure!))
  for (const sentence of sentences) {
    expect(sentence).toMatch(/^\S.{10,}/s)
    // A place without its value, or a value that is none.
    expect(sentence).not.toMatch(/\{\w+\}|undefined|null|NaN|\[object/)
  }
  expect([...new Set(sentences)]).toEqual(sentences)
}
