/** scripts.*: the library of scripts that can be run on computers. */
import * as z from 'zod'
import { PARAMETER_NAME } from '../domain/scripts.ts'
import { base, revision, rowId } from './base.ts'
import { name, text } from './fields.ts'

const parameter = z.object({
  name: z.string().max(50).regex(PARAMETER_NAME),
  label: text(100),
  /** What the form proposes. */
  value: z.string().max(1000)
})

const scriptInput = z.object({
  name,
  description: text(1000).default(''),
  body: z.string().min(1).max(100_000),
  /** Those that the body does not have are left out; those that are not here get their name as label. */
  parameters: z.array(parameter).max(100).default([])
})
export type ScriptInput = z.infer<typeof scriptInput>

const scriptSchema = z.object({
  id: z.int().positive(),
  name: z.string(),
  description: z.string(),
  body: z.string(),
  parameters: z.array(z.object({ name: z.string(), label: z.string(), value: z.string() })),
  createdAt: z.int(),
  updatedAt: z.int()
})
export type Script = z.infer<typeof scriptSchema>

export const scriptsContract = {
  /** By name. */
  list: base.output(z.object({ revision, scripts: z.array(scriptSchema) })),
  create: base.input(scriptInput).output(scriptSchema),
  update: base.input(rowId.extend({ script: scriptInput })).output(scriptSchema),
  remove: base.input(rowId).output(z.object({}))
}
