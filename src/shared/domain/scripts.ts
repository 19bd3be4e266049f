/** Scripts of the library, and the parameters that are asked for when one runs. */

export interface ScriptParameter {
  /** As it stands in the body: `{{name}}`. */
  readonly name: string
  /** What the form calls it. */
  readonly label: string
  readonly value: string
}
