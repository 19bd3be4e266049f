/** What a stream has told so far, and a way to wait for what it has not told yet. */
export interface Follower<T> {
  readonly all: readonly T[]
  /**
   * Resolves with the first value of `test` that is not undefined, null or false; it is tried now and after every event.
   * Rejects when the stream ends before.
   */
  until<V>(test: () => V | undefined | null | false | Promise<V | undefined | null | false>): Promise<V>
}

/** Reads a stream to its end in the background; resolves when its first value is there. */
export async function follow<T>(stream: AsyncIterable<T>): Promise<Follower<T>> {
  const all: T[] = []
  let news = Promise.withResolvers<void>()
  let ended: Error | undefined
  const first = Promise.withResolvers<void>()
  const tell = () => {
    news.resolve()
    news = Promise.withResolvers()
  }
  const read = async () => {
    try {
      for await (const value of stream) {
        all.push(value)
        first.resolve()
        tell()
      }
      ended = new Error('The stream has ended.')
    } catch (error) {
      ended = new Error('The stream has ended.', { cause: error })
    }
    first.reject(ended)
    tell()
  }
  void read()
  await first.promise
  return {
    all,
    async until(test) {
      for (;;) {
        const next = news.promise
        const value = await test()
        if (value !== undefined && value !== null && value !== false) return value
        if (ended) throw ended
        await next
      }
    }
  }
}
