// create-torrent ships no types; these are the parts of its documented interface that the lab uses.
declare module 'create-torrent' {
  import type { Readable } from 'node:stream'

  interface CreateTorrentOptions {
    name: string
    /** Bytes of one piece. */
    pieceLength: number
    announceList: string[][]
    createdBy?: string
    private?: boolean
    onProgress?: (hashedBytes: number, estimatedBytes: number) => void
  }

  export default function createTorrent(
    input: string | Readable,
    options: CreateTorrentOptions,
    callback: (error: Error | null, torrent: Uint8Array) => void
  ): void
}
