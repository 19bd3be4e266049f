/** Options of a script that are whole numbers. */
import { parseArgs } from 'node:util'

/** Reads `--name 7` for each of the names; what is not given is as here. @throws where it is no whole number */
export function numberOptions<Name extends string>(
  usual: Readonly<Record<Name, number>>
): Record<Name, number> {
  const names = Object.keys(usual) as Name[]
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]))
  const { values } = parseArgs({ options })
  const read = (name: Name): number => {
    const text = values[name]
    if (text === undefined) return usual[name]
    if (!/^\d{1,9}$/.test(text)) throw new Error(`--${name} wants a whole number, and was given «${text}».`)
    return Number(text)
  }
  return Object.fromEntries(names.map((name) => [name, read(name)])) as Record<Name, number>
}
