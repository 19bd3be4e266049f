import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rename, stat, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import createTorrent from 'create-torrent'
import { DECISIONS } from '../decisions.ts'
import type { JobContext } from '../jobs/desk.ts'
import { md5OfTail } from './store.ts'

const CHUNK = 256 * 1024

/**
 * Makes `.sum`, `.size`, `.torrent` and `.full.sum` beside an image [S], [L], reading it twice in streams: once for the
 * MD5, once for the torrent. Returns the fullsum. Throws what progress throws, and file errors.
 */
export async function makeAuxiliaryFiles(
  path: string,
  announceIp: string,
  context: JobContext
): Promise<string> {
  const { size } = await stat(path)
  const { tailBytes, pieceBytes, announce } = DECISIONS.repository
  await place(`${path}.size`, String(size), context)
  await place(`${path}.sum`, await md5OfTail(path, tailBytes), context)

  const md5 = createHash('md5')
  for await (const chunk of chunks(path, size, (fraction) => context.progress(fraction / 2)))
    md5.update(chunk)
  const fullsum = md5.digest('hex')

  // The last step is only reported when everything is in its place.
  const second = (fraction: number) =>
    fraction < 1 ? context.progress(0.5 + fraction / 2) : Promise.resolve()
  const torrent = await torrentOf(Readable.from(chunks(path, size, second)), {
    name: basename(path),
    pieceLength: pieceBytes,
    announceList: [[announce(announceIp)]],
    createdBy: 'ogDesk lab'
  })
  await place(`${path}.torrent`, torrent, context)
  await place(`${path}.full.sum`, fullsum, context)
  await context.progress(1)
  return fullsum
}

async function* chunks(
  path: string,
  size: number,
  progress: (fraction: number) => Promise<void>
): AsyncGenerator<Buffer> {
  let done = 0
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) {
    yield chunk as Buffer
    done += (chunk as Buffer).length
    await progress(done / size)
  }
}

function torrentOf(input: Readable, options: Parameters<typeof createTorrent>[1]): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    createTorrent(input, options, (error, torrent) => (error ? reject(error) : resolve(torrent)))
  })
}

/** Written under another name and then renamed, so that nobody reads half a file. */
async function place(path: string, content: string | Uint8Array, { jobId }: JobContext): Promise<void> {
  const temporary = `${path}.${jobId}.part`
  await writeFile(temporary, content)
  await rename(temporary, path)
}
