/** What a stream has told so far, and a way to wait for what it has not told yet. */
export interface Follower<T> {
  readonly all: readonly T[]
  /**
   * Resolves with the first value of `test` that is not undefined, null or false; it is tried now and after every event.
   * Rejects when the stream ends before.
   */
  until<V>(test: () => V | undefined | null | false | Promise<V | undefined | null | false>): Promise<V>
}

interface Deferred {
  readonly promise: Promise<void>
  resolve(): void
  reject(error: unknown): void
}

/** A promise, and what settles it. */
export function deferred(): Deferred {
  let resolve!: () => void
  let reject!: (error: unknown) => void
  const promise = new Promise<void>((fulfil, refuse) => {
    resolve = fulfil
    reject = refuse
  })
  return { promise, resolve, reject }
}

/** Reads a stream to its end in the background; resolves when its first value is there. */
export async function follow<T>(stream: AsyncIterable<T>): Promise<Follower<T>> {
  const all: T[] = []
  let news = deferred()
  let ended: Error | undefined
  const first = deferred()
  const tell = () => {
    news.resolve()
    news = deferred()
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
