/** The fields that are there, or undefined where none is: drizzle refuses to set nothing. */
export function defined<T extends object>(
  change: T
): { [K in keyof T]: Exclude<T[K], undefined> } | undefined {
  const entries = Object.entries(change).filter(([, value]) => value !== undefined)
  if (entries.length === 0) return undefined
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> }
}
