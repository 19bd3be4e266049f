/** What is kept of what anybody may send: a loud address pushes out its own before it pushes out another's. */

/**
 * So many of the rows that every address has its latest ones, as many as the others have. `rows`: the latest first; what
 * is kept stays in their order.
 */
export function fairShare<Row extends { readonly sourceAddress: string }>(
  rows: readonly Row[],
  most: number
): Row[] {
  const seen = new Map<string, number>()
  const ranked = rows.map((row) => {
    const rank = seen.get(row.sourceAddress) ?? 0
    seen.set(row.sourceAddress, rank + 1)
    return { row, rank }
  })
  // Sorting is stable: of those that are equal, the latest come first.
  const kept = new Set([...ranked].sort((one, other) => one.rank - other.rank).slice(0, most))
  return ranked.filter((one) => kept.has(one)).map(({ row }) => row)
}
