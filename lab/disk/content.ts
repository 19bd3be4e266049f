import { createCipheriv, createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'

const BLOCK = 64 * 1024

/** Reproducible bytes for one purpose of one seed: the same words give the same bytes. */
export function seededBytes(words: string, length: number): Buffer {
  const key = createHash('sha256').update(words).digest()
  return createCipheriv('aes-256-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(length))
}

/**
 * Fills a range of a file with reproducible data that compresses as a used file system does: some blocks are random, some
 * repeat short lines, and some are zeros, which are left as holes so that the file stays small on disk. Memory does not
 * grow with the range.
 */
export async function fillRange(
  file: FileHandle,
  offset: number,
  length: number,
  words: string
): Promise<void> {
  const key = createHash('sha256').update(words).digest()
  const stream = createCipheriv('aes-256-ctr', key, Buffer.alloc(16))
  const zeros = Buffer.alloc(BLOCK)
  for (let done = 0; done < length; done += BLOCK) {
    const size = Math.min(BLOCK, length - done)
    const random = stream.update(zeros.subarray(0, size))
    const kind = done === 0 ? 0 : (random[0] ?? 0)
    if (kind >= 160) continue
    const block =
      kind < 90 ? random : Buffer.alloc(size, random.toString('base64', 0, 96 + (kind % 64)) + '\n')
    await file.write(block, 0, size, offset + done)
  }
}
