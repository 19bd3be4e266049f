/** Chance that can be repeated: the same seed makes the same plan. */

export interface Random {
  /** From `least` up to `most`, both included. */
  whole(least: number, most: number): number
  chance(share: number): boolean
  pick<T>(values: readonly T[]): T
  /** Each value with that chance; at least one. */
  some<T>(values: readonly T[], share: number): T[]
  /** Another one, of its own: what it is asked does not change this one. */
  fork(salt: number): Random
}

/** mulberry32: small, fast, and good enough to choose moments. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  const pick = <T>(values: readonly T[]): T => values[whole(0, values.length - 1)]!
  return {
    whole,
    pick,
    chance: (share) => next() < share,
    some(values, share) {
      const chosen = values.filter(() => next() < share)
      return chosen.length > 0 ? chosen : [pick(values)]
    },
    fork: (salt) => createRandom(Math.imul(seed ^ 0x9e3779b9, salt + 1))
  }
}
