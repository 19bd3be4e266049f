/** Works on many things at once, and yields each result when it is there. */
export async function* inAnyOrder<Input, Output>(
  inputs: readonly Input[],
  atOnce: number,
  work: (input: Input) => Promise<Output>,
  signal: AbortSignal | undefined
): AsyncGenerator<Output> {
  const underWay = new Map<number, Promise<{ index: number; output: Output }>>()
  let next = 0
  while (!signal?.aborted) {
    for (; next < inputs.length && underWay.size < atOnce; next++) {
      const index = next
      underWay.set(
        index,
        work(inputs[index]!).then((output) => ({ index, output }))
      )
    }
    if (underWay.size === 0) return
    const { index, output } = await Promise.race(underWay.values())
    underWay.delete(index)
    yield output
  }
}
