/** The parameters of scripts. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fillScript, missingValues, parameterNames, parametersOf } from '#shared/domain/scripts.ts'

const BODY = 'echo {{ nombre }} {{año}}\n{{nombre}} {{1}} {{}} ${{x y}}'

test('parameters are found once each, in their order; what is none is left alone', () => {
  expect(parameterNames(BODY)).toEqual(['nombre', 'año'])
  expect(fillScript(BODY, new Map([['nombre', 'aula 1']]))).toBe(
    'echo aula 1 {{año}}\naula 1 {{1}} {{}} ${{x y}}'
  )
  expect(missingValues(BODY, new Map([['nombre', 'a']]))).toEqual(['año'])
})

test('what is known of a parameter stays; one that is gone is forgotten', () => {
  const name = { name: 'nombre', label: 'Nombre del equipo', value: 'pc1' }
  expect(parametersOf(BODY, [{ ...name, name: 'otro' }, name])).toEqual([
    name,
    { name: 'año', label: 'año', value: '' }
  ])
})

const words = fc.constantFrom('{{', '}}', 'a', 'b', ' ', '{{a}}', '{{ b }}', '$&', '\n', '$1')
const text = fc.array(words).map((parts) => parts.join(''))

test('with a value for each, nothing is missing; values are taken as they are', () => {
  fc.assert(
    fc.property(text, text.filter(Boolean), (body, value) => {
      const values = new Map(parameterNames(body).map((name) => [name, value]))
      expect(missingValues(body, values)).toEqual([])
      const pieces = body.split(/\{\{\s*[ab]+\s*\}\}/)
      expect(fillScript(body, values)).toBe(pieces.join(value))
      expect(fillScript(body, new Map())).toBe(body)
    })
  )
})
