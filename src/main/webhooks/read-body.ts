/** The body of a request, up to a length that may change while the server runs, and all bodies together, too. */
import type { Readable } from 'node:stream'

const failed = (message: string, statusCode: number) => Object.assign(new Error(message), { statusCode })

/** Bytes; a body that is no longer is always taken: what tells of a job's end has room whoever fills the rest. */
const ALWAYS = 64 * 1024

export interface Share {
  /** Counts so many bytes more; whether there was room for them. */
  take(bytes: number): boolean
  release(): void
}

/**
 * Counts the bytes of the bodies that have not come to their end. One address may have half of the room, so that it
 * leaves some to the others.
 * @returns what opens a share for the body of a request from an address.
 */
export function createBodyRoom(mostBytes: () => number): (address: string) => Share {
  const ofAddress = new Map<string, number>()
  let total = 0
  return (address) => {
    let held = 0
    function change(bytes: number): number {
      held += bytes
      total += bytes
      const own = (ofAddress.get(address) ?? 0) + bytes
      if (own > 0) ofAddress.set(address, own)
      else ofAddress.delete(address)
      return own
    }
    return {
      take(bytes) {
        const own = change(bytes)
        const most = mostBytes()
        return held <= ALWAYS || (total <= most && own <= most / 2)
      },
      release: () => void change(-held)
    }
  }
}

/** Reads all of it, and calls back once: with the bytes, or with an error that carries its HTTP status. */
export function readBody(
  payload: Readable,
  { most, share }: { most: number; share: Share },
  done: (error: Error | null, body: Buffer) => void
): void {
  const nothing = Buffer.alloc(0)
  let chunks: Buffer[] = []
  let size = 0
  let over = false
  function finish(error: Error | null): void {
    if (over) return
    over = true
    share.release()
    const body = error ? nothing : Buffer.concat(chunks, size)
    chunks = []
    done(error, body)
  }
  payload.on('data', (chunk: Buffer) => {
    if (over) return
    size += chunk.length
    if (size > most) finish(failed(`The body is longer than ${most} bytes.`, 413))
    else if (!share.take(chunk.length)) finish(failed('Too much is being received at the moment.', 413))
    else chunks.push(chunk)
  })
  payload.once('end', () => finish(null))
  payload.once('close', () => finish(failed('The body did not come to its end.', 400)))
  payload.once('error', () => finish(failed('The body did not come to its end.', 400)))
}
