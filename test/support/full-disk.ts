import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { temporaryFolder } from './files.ts'

/** A place for a console's data whose room the test takes away and gives back. */
export interface SmallDisk {
  readonly directory: string
  /** Hand these to the console. */
  readonly options: {
    readonly dataDirectory: string
    readonly databaseOpened: (database: { pragma(text: string): unknown }) => void
  }
  fill(): void
  free(): void
}

/** SQLite's own limit: what it says then is what it says of a full disk. */
async function pageLimit(): Promise<SmallDisk> {
  const directory = await temporaryFolder()
  let pragma: ((text: string) => unknown) | undefined
  return {
    directory,
    options: {
      dataDirectory: directory,
      databaseOpened: (database) => (pragma = database.pragma)
    },
    // Less than there is counts as what there is.
    fill: () => void pragma?.('max_page_count = 1'),
    free: () => void pragma?.('max_page_count = 4294967294')
  }
}

const MEGABYTES = 24

function mount(folder: string): boolean {
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${MEGABYTES}m`, 'tmpfs', folder], {
    stdio: 'ignore'
  })
  return status === 0
}

/** Whether this user may mount file systems here. */
const canMount: boolean = (() => {
  const folder = join(process.env.TMPDIR ?? '/tmp', `ogdesk-mount-${process.pid}`)
  mkdirSync(folder)
  try {
    return process.platform === 'linux' && mount(folder) && spawnSync('umount', [folder]).status === 0
  } finally {
    rmSync(folder, { recursive: true })
  }
})()

/** A file system of its own, filled to its last byte. */
async function smallFileSystem(): Promise<SmallDisk> {
  const folder = join(await temporaryFolder(), 'disk')
  mkdirSync(folder)
  if (!mount(folder)) throw new Error(`nothing could be mounted on ${folder}`)
  onTestFinished(() => void spawnSync('umount', ['--lazy', folder]))
  const filler = join(folder, 'filler')
  return {
    directory: join(folder, 'data'),
    options: { dataDirectory: join(folder, 'data'), databaseOpened: () => undefined },
    fill() {
      for (let bytes = MEGABYTES * 2 ** 20; bytes >= 1; bytes = Math.floor(bytes / 2)) {
        try {
          writeFileSync(filler, Buffer.alloc(bytes), { flag: 'a' })
        } catch {
          // As much as there was room for is there.
        }
      }
    },
    free: () => rmSync(filler)
  }
}

/** Every way to have no room that this machine knows. */
export const FULL_DISKS: Readonly<Record<string, () => Promise<SmallDisk>>> = {
  'SQLite’s limit of pages': pageLimit,
  ...(canMount && { 'a file system that is full': smallFileSystem })
}
