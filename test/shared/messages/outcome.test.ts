import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LANGUAGES } from '#shared/contract/inputs.ts'
import { BATCH_COMMANDS } from '#shared/domain/commands.ts'
import { FAILURE_CODES, failure } from '#shared/domain/failures.ts'
import { TRACE_STATES } from '#shared/domain/states.ts'
import { sharedMessages } from '#shared/messages/format.ts'
import { batchOutcome } from '#shared/messages/outcome.ts'

type Told = Parameters<typeof batchOutcome>[1]

const batch = (
  command: Told['command'],
  counts: Partial<Told['counts']>,
  failures: Told['failures'] = []
) => ({
  command,
  counts: { pending: 0, 'in-progress': 0, success: 0, failed: 0, cancelled: 0, ...counts },
  failures
})
const silent = (...names: string[]): Told['failures'] =>
  names.map((clientName, index) => ({ traceId: index + 1, clientName, failure: failure('no-answer') }))

test('the sentence says what was done, on how many, and who is missing, in each language', () => {
  const deployed = batch('deploy-image', { success: 28, failed: 2 }, silent('pc07', 'pc19'))
  expect(LANGUAGES.map((language) => batchOutcome(sharedMessages[language], deployed))).toEqual([
    'Desplegada en 28 de 30 equipos; 2 no respondieron: pc07, pc19',
    'Deployed to 28 of 30 computers; 2 did not answer: pc07, pc19',
    'Desplegada a 28 de 30 equips; 2 no van respondre: pc07, pc19'
  ])
  const single = batch('power-off', { failed: 1 }, silent('pc07'))
  expect(LANGUAGES.map((language) => batchOutcome(sharedMessages[language], single))).toEqual([
    'Hecho en 0 de 1 equipo; 1 no respondió: pc07',
    'Done on 0 of 1 computer; 1 did not answer: pc07',
    'Fet a 0 de 1 equip; 1 no va respondre: pc07'
  ])
  const under = batch('message', { success: 1, pending: 3, 'in-progress': 1, cancelled: 1 })
  expect(LANGUAGES.map((language) => batchOutcome(sharedMessages[language], under))).toEqual([
    'Enviado a 1 de 6 equipos; 1 se canceló; quedan 4',
    'Sent to 1 of 6 computers; 1 was cancelled; 4 left',
    'Enviat a 1 de 6 equips; 1 es va cancel·lar; en queden 4'
  ])
})

test('of many a few are named, and the rest is counted', () => {
  const many = batch('run-script', { failed: 7 }, silent('a', 'b', 'c', 'd', 'e', 'f', 'g'))
  expect(batchOutcome(sharedMessages.es, many)).toBe(
    'Ejecutado en 0 de 7 equipos; 7 no respondieron: a, b, c, d, e y 2 más'
  )
})

test('whatever a batch is, nobody is lost from its sentence and no place of it stays empty', () => {
  const count = fc.integer({ min: 0, max: 300 })
  const counts = fc.record(
    Object.fromEntries(TRACE_STATES.map((state) => [state, count])) as Record<
      keyof Told['counts'],
      typeof count
    >
  )
  const reasons = fc.array(fc.constantFrom(...FAILURE_CODES), { maxLength: 100 })
  fc.assert(
    fc.property(
      fc.constantFrom(...LANGUAGES),
      fc.constantFrom(...BATCH_COMMANDS),
      counts,
      reasons,
      (language, command, of, codes) => {
        const failures = codes
          .slice(0, of.failed)
          .map((code, index) => ({ traceId: index + 1, clientName: 'pc', failure: failure(code) }))
        const [done, ...others] = batchOutcome(sharedMessages[language], {
          command,
          counts: of,
          failures
        }).split('; ')
        const numbers = (part: string) => (part.split(': ')[0]!.match(/\d+/g) ?? []).map(Number)
        const total = Object.values(of).reduce((sum, each) => sum + each, 0)
        expect(numbers(done!)).toEqual([of.success, total])
        expect(others.flatMap(numbers).reduce((sum, each) => sum + each, of.success)).toBe(total)
        expect([done, ...others].join()).not.toMatch(/[{}]/)
      }
    )
  )
})
