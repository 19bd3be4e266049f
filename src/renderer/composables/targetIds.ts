/** Ids of computers in an address: `3-30.45`, for a classroom's follow one another. */

/** More than any campus has: an address that somebody has changed asks for no more. */
const MOST = 10_000

/** The ids as a text. */
export function idsToText(ids: readonly number[]): string {
  const runs: [first: number, last: number][] = []
  for (const id of [...new Set(ids)].sort((one, other) => one - other)) {
    const run = runs.at(-1)
    if (run && id === run[1] + 1) run[1] = id
    else runs.push([id, id])
  }
  return runs.map(([first, last]) => (first === last ? String(first) : `${first}-${last}`)).join('.')
}

/** The ids of a text; what is not written so is left out. */
export function idsFromText(text: string): number[] {
  const ids: number[] = []
  for (const part of text.split('.')) {
    const { first, last = first } =
      /^(?<first>[1-9]\d{0,9})(?:-(?<last>[1-9]\d{0,9}))?$/.exec(part)?.groups ?? {}
    for (let id = Number(first); id <= Number(last) && ids.length < MOST; id++) ids.push(id)
  }
  return ids
}
