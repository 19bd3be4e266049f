import type { Implementer } from './errors.ts'
import type { Services } from './services.ts'

/** exports.*: the inventory, taken along. */
export function exportsApi(os: Implementer, { exports }: Services) {
  return { make: os.exports.make.handler(({ input }) => exports.make(input)) }
}
