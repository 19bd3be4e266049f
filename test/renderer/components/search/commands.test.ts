import { expect, test } from 'vitest'
import ca from '../../../../src/renderer/locales/complete/ca.ts'
import en from '../../../../src/renderer/locales/complete/en.ts'
import es from '../../../../src/renderer/locales/complete/es.ts'
import { CLIENT_COMMANDS, COMMANDS } from '../../../../src/renderer/components/search/commands.ts'

const textAt = (messages: object, key: string): unknown =>
  key
    .split('.')
    .reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], messages)

test.each([
  ['es', es],
  ['en', en],
  ['ca', ca]
])('every command of the palette has its words in %s', (_language, messages) => {
  const keys = COMMANDS.flatMap(({ title, keywords, values }) => [
    title,
    keywords,
    ...Object.values(values ?? {})
  ])
  const clientKeys = CLIENT_COMMANDS.flatMap(({ title, keywords }) => [title, keywords])
  const missing = [...keys, ...clientKeys].filter((key) => typeof textAt(messages, key) !== 'string')
  expect(missing).toEqual([])
  // The computer is named.
  for (const { title } of CLIENT_COMMANDS) expect(textAt(messages, title)).toContain('{name}')
})

test('no two commands are one', () => {
  const ids = [...COMMANDS, ...CLIENT_COMMANDS].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})
