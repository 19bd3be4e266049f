/** The text of a file that somebody saved with whatever was at hand. */
import type { ImportSource } from './source.ts'

export interface Decoded {
  readonly text: string
  readonly encoding: ImportSource['encoding']
}

const BYTE_ORDER_MARKS = [
  { bytes: [0xef, 0xbb, 0xbf], label: 'utf-8', encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], label: 'utf-16le', encoding: 'utf-16' },
  { bytes: [0xfe, 0xff], label: 'utf-16be', encoding: 'utf-16' }
] as const

/** What a dump says of its own encoding, in its first lines; one blob in it is not UTF-8, and no text is another. */
const SAYS_UTF8 = /^(?:\/\*!\d+ )?SET NAMES utf8/im

/** Decodes by the byte order mark, else as UTF-8 if it is that to the last byte, else as what Windows saves. */
export function decode(bytes: Uint8Array): Decoded {
  const mark = BYTE_ORDER_MARKS.find((mark) => mark.bytes.every((byte, at) => bytes[at] === byte))
  if (mark) return { text: new TextDecoder(mark.label).decode(bytes), encoding: mark.encoding }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    const start = new TextDecoder().decode(bytes.subarray(0, 4000))
    if (SAYS_UTF8.test(start)) return { text: new TextDecoder().decode(bytes), encoding: 'utf-8' }
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' }
  }
}

/** Kinds of files that hold no text, by their first bytes; people choose them by mistake. */
const BINARIES = [
  { kind: 'xlsx', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { kind: 'xls', bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { kind: 'gzip', bytes: [0x1f, 0x8b] },
  { kind: 'pdf', bytes: [0x25, 0x50, 0x44, 0x46] },
  { kind: 'sqlite', bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20] }
] as const

/** The kind of file, where it is none of text. */
export function binaryKind(bytes: Uint8Array, text: string): string | undefined {
  const known = BINARIES.find((binary) => binary.bytes.every((byte, at) => bytes[at] === byte))
  return known?.kind ?? (text.slice(0, 2000).includes('\0') ? 'binary' : undefined)
}
