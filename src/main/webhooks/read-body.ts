/** The body of a request, up to a length that may change while the server runs. */
import type { Readable } from 'node:stream'

const failed = (message: string, statusCode: number) => Object.assign(new Error(message), { statusCode })

/** Reads all of it, and calls back once: with the bytes, or with an error that carries its HTTP status. */
export function readBody(
  payload: Readable,
  most: number,
  done: (error: Error | null, body: Buffer) => void
): void {
  const nothing = Buffer.alloc(0)
  let chunks: Buffer[] = []
  let size = 0
  let over = false
  function finish(error: Error | null): void {
    if (over) return
    over = true
    const body = error ? nothing : Buffer.concat(chunks, size)
    chunks = []
    done(error, body)
  }
  payload.on('data', (chunk: Buffer) => {
    if (over) return
    size += chunk.length
    if (size > most) finish(failed(`The body is longer than ${most} bytes.`, 413))
    else chunks.push(chunk)
  })
  payload.once('end', () => finish(null))
  payload.once('close', () => finish(failed('The body did not come to its end.', 400)))
  payload.once('error', () => finish(failed('The body did not come to its end.', 400)))
}
