/** Scripts of the library, and the parameters that are asked for when one runs. */

export interface ScriptParameter {
  /** As it stands in the body: `{{name}}`. */
  readonly name: string
  /** What the form calls it. */
  readonly label: string
  readonly value: string
}

/** A parameter in a body: letters of any language, digits and `_`; no digit in front. */
const PLACE = /\{\{\s*([\p{L}_][\p{L}\p{M}\p{N}_]*)\s*\}\}/gu
/** What a parameter may be called. */
export const PARAMETER_NAME = /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u

/** The values of a script's parameters, by name. */
export type ScriptValues = ReadonlyMap<string, string>

/** The names of a script's parameters, each once, in their order. */
export function parameterNames(body: string): string[] {
  return [...new Set(Array.from(body.matchAll(PLACE), ([, name]) => name!))]
}

/** The parameters of a body: what is known of each, and a label of its own for one that is new. */
export function parametersOf(body: string, known: readonly ScriptParameter[]): ScriptParameter[] {
  const byName = new Map(known.map((parameter) => [parameter.name, parameter]))
  return parameterNames(body).map((name) => byName.get(name) ?? { name, label: name, value: '' })
}

/** The values that parameters start with. */
export const defaultValues = (parameters: readonly ScriptParameter[]): Map<string, string> =>
  new Map(parameters.map(({ name, value }) => [name, value]))

/** The body with its parameters filled in, once: what looks like a parameter in a value is none. One without a value stays. */
export function fillScript(body: string, values: ScriptValues): string {
  return body.replace(PLACE, (place, name: string) => values.get(name) || place)
}

/** The parameters that have no value yet. */
export function missingValues(body: string, values: ScriptValues): string[] {
  return parameterNames(body).filter((name) => !values.get(name))
}
