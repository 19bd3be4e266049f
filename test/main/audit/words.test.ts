/** Each value that an entry may keep has a name in words. */
import { expect, test } from 'vitest'
import * as z from 'zod'
import { DESCRIPTIONS } from '#main/audit/descriptions.ts'
import { contract } from '#shared/contract/index.ts'
import { sharedMessages } from '#shared/messages/format.ts'

interface Schema {
  readonly type?: string
  readonly properties?: Record<string, Schema>
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly propertyNames?: object
  readonly additionalProperties?: Schema | boolean
}

/** Those whose values are never kept, or kept as something else. */
const NOT_KEPT = new Set([
  'change',
  'order',
  'clientIds',
  'target',
  'traceIds',
  'seats',
  'pem',
  'pair',
  'cert',
  'key',
  'columns',
  'rows',
  'importId'
])

/** The names of the values, however deep; of a list, only how long it is is kept. */
function namesIn(schema: Schema): string[] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, field]) => [name, ...namesIn(field)])
  const choices = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap(namesIn)
  const others = typeof schema.additionalProperties === 'object' ? namesIn(schema.additionalProperties) : []
  return [...own, ...choices, ...others]
}

test.each(Object.keys(DESCRIPTIONS))('%s', (action) => {
  const [domain, name] = action.split('.') as ['inventory', 'createUnit']
  const { inputSchema } = contract[domain][name]['~orpc']
  const schema = inputSchema ? z.toJSONSchema(inputSchema, { io: 'input', unrepresentable: 'any' }) : {}
  const names = namesIn(schema as Schema).filter((own) => !NOT_KEPT.has(own))
  for (const { audited, commands } of Object.values(sharedMessages)) {
    expect(names.filter((own) => !(own in audited.names || own in commands))).toEqual([])
  }
})
