import type { FileHandle } from 'node:fs/promises'

const CHUNK = 1024 * 1024

/** What a fresh file system is known by: bytes at an offset, as `file` and `blkid` look for them. */
type Mark = [offset: number, bytes: string | number[]]

const EXT: Mark[] = [[1024 + 56, [0x53, 0xef]]]
const FAT: Mark[] = [
  [0, [0xeb, 0x3c, 0x90]],
  [3, 'mkfs.fat'],
  [510, [0x55, 0xaa]]
]

/** Every file system of protocol.md, section 6 [L]; those without a mark of their own get a line of text. */
const MARKS: Record<string, Mark[] | null> = {
  EMPTY: null,
  CACHE: [...EXT, [1024 + 120, 'CACHE']],
  BTRFS: null,
  EXT2: EXT,
  EXT3: EXT,
  EXT4: EXT,
  FAT12: [...FAT, [54, 'FAT12   ']],
  FAT16: [...FAT, [54, 'FAT16   ']],
  FAT32: [...FAT, [82, 'FAT32   ']],
  HFS: [[1024, 'BD']],
  HFSPLUS: [[1024, 'H+']],
  JFS: [[32_768, 'JFS1']],
  NTFS: [
    [0, [0xeb, 0x52, 0x90]],
    [3, 'NTFS    '],
    [510, [0x55, 0xaa]]
  ],
  REISERFS: null,
  REISER4: null,
  UFS: null,
  XFS: [[0, 'XFSB']],
  EXFAT: [
    [0, [0xeb, 0x76, 0x90]],
    [3, 'EXFAT   '],
    [510, [0x55, 0xaa]]
  ],
  'LINUX-SWAP': [[4086, 'SWAPSPACE2']],
  F2FS: [[1024, [0x10, 0x20, 0xf5, 0xf2]]],
  NILFS2: [[1030, [0x34, 0x34]]]
}

export const isFileSystem = (name: string): boolean => Object.hasOwn(MARKS, name)

/** Fills a range of a disk with zeros and writes the head of an empty file system; says after each piece how much is done. */
export async function format(
  disk: FileHandle,
  { offset, length }: { offset: number; length: number },
  fileSystem: string,
  done: (bytes: number) => Promise<void>
): Promise<void> {
  const zeros = Buffer.alloc(Math.min(CHUNK, length))
  for (let at = 0; at < length; at += CHUNK) {
    const size = Math.min(CHUNK, length - at)
    await disk.write(zeros, 0, size, offset + at)
    await done(at + size)
  }
  if (fileSystem === 'EMPTY') return
  const marks = MARKS[fileSystem] ?? [[0, `ogDesk lab: ${fileSystem}`] satisfies Mark]
  for (const [at, mark] of marks) {
    const bytes = typeof mark === 'string' ? Buffer.from(mark) : Buffer.from(mark)
    await disk.write(bytes, 0, bytes.length, offset + at)
  }
}
