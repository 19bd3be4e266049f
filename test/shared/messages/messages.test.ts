import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '#shared/contract/inputs.ts'
import { HISTORY_KINDS } from '#shared/contract/rows.ts'
import { AGENT_ERROR_CODES } from '#shared/domain/agent-errors.ts'
import { CHECK_STATES, CREATE_IMAGE_CHECKS } from '#shared/domain/checks.ts'
import { FAILURE_CODES, failure } from '#shared/domain/failures.ts'
import { CLIENT_STATES, IMAGE_STATES, TRACE_COMMANDS, TRACE_STATES } from '#shared/domain/states.ts'
import { failureSentence, fill, sharedMessages } from '#shared/messages/format.ts'

/** Every sentence by its place: `failures.agent-refused`. */
function sentences(tree: object, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value]] : sentences(value as object, `${prefix}${key}.`)
  ) as [string, string][]
}
const places = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()
const spanish = sentences(sharedMessages.es)

describe.each(['en', 'ca'] as const)('%s', (language) => {
  const own = new Map(sentences(sharedMessages[language]))

  test('has the keys of Spanish, no more and no less', () => {
    expect([...own.keys()].sort()).toEqual(spanish.map(([key]) => key).sort())
  })

  test.each(spanish)('%s has the same places', (key, sentence) => {
    expect(places(own.get(key) ?? '')).toEqual(places(sentence))
    expect(own.get(key)!.trim()).toBe(own.get(key))
    expect(own.get(key)).not.toBe('')
  })
})

test.each(LANGUAGES)('%s names every state, command, check and kind of history', (language) => {
  const messages = sharedMessages[language]
  expect(Object.keys(messages.states.client).sort()).toEqual([...CLIENT_STATES].sort())
  expect(Object.keys(messages.states.image).sort()).toEqual([...IMAGE_STATES].sort())
  expect(Object.keys(messages.states.trace).sort()).toEqual([...TRACE_STATES].sort())
  expect(Object.keys(messages.commands).sort()).toEqual([...TRACE_COMMANDS].sort())
  expect(Object.keys(messages.failures).sort()).toEqual([...FAILURE_CODES].sort())
  expect(Object.keys(messages.checks).sort()).toEqual([...CREATE_IMAGE_CHECKS].sort())
  expect(Object.keys(messages.checkStates).sort()).toEqual([...CHECK_STATES].sort())
  expect(Object.keys(messages.history).sort()).toEqual([...HISTORY_KINDS].sort())
  const told = (agentError: string) =>
    failureSentence(language, failure('job-failed', { client: 'pc1', agentError, text: '' }))
  for (const code of AGENT_ERROR_CODES) expect(told(code).length).toBeGreaterThan(told('').length + 5)
  for (const unknown of ['999', 'toString', '__proto__']) expect(told(unknown)).toBe(told(''))
})

test('the words of the seed are in the Spanish ones', () => {
  const { states, commands } = sharedMessages.es
  expect(states.image).toMatchObject({
    'in-progress': 'En progreso',
    'aux-files-pending': 'Pendiente de ficheros auxiliares',
    success: 'Creada con éxito',
    failed: 'Error'
  })
  expect(states.trace.success).toBe('Finalizado con éxito')
  expect(commands['create-image']).toBe('Crear imagen')
})

describe('a sentence', () => {
  const values = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.oneof(fc.string(), fc.integer()))

  test('is filled with whatever the values are, and only with them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...spanish.map(([, sentence]) => sentence)),
        fc.string(),
        (sentence, value) => {
          const params = Object.fromEntries(places(sentence).map((name) => [name, value]))
          const filled = fill(sentence, params)
          expect(filled).toBe(sentence.split(/\{\w+\}/).join(value))
        }
      )
    )
  })

  test('never throws, whatever failure came over the wire', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...FAILURE_CODES),
        values,
        fc.constantFrom(...LANGUAGES),
        (code, params, language) => {
          expect(failureSentence(language, failure(code, params))).toBeTypeOf('string')
        }
      )
    )
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.constantFrom(...LANGUAGES), (agentError, text, language) => {
        const sentence = failureSentence(
          language,
          failure('job-failed', { client: 'modelo', agentError, text })
        )
        expect(sentence).toContain('modelo')
        expect(sentence).toContain(text.trim())
      })
    )
  })

  test('names states and commands in its language', () => {
    const busy = failure('client-job-running', { client: 'pc1', command: 'create-image' })
    expect(failureSentence('es', busy)).toContain('Crear imagen')
    const windows = failure('client-not-og-live', { client: 'pc1', state: 'windows-session' })
    expect(failureSentence('es', windows)).toContain('Windows, con sesión')
    expect(
      failureSentence('es', failure('client-not-og-live', { client: 'pc1', state: 'toString' }))
    ).toContain('toString')
  })
})
