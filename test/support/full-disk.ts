import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { mountSmallDisk, whyNoSmallDisk } from '../../scripts/lib/small-disk.ts'
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

/** A file system of its own, filled to its last byte. */
function smallFileSystem(): Promise<SmallDisk> {
  const { folder, fill, free, unmount } = mountSmallDisk(24)
  onTestFinished(unmount)
  const directory = join(folder, 'data')
  const options = { dataDirectory: directory, databaseOpened: () => undefined }
  return Promise.resolve({ directory, options, fill, free })
}

/** Every way to have no room that this machine knows. */
export const FULL_DISKS: Readonly<Record<string, () => Promise<SmallDisk>>> = {
  'SQLite’s limit of pages': pageLimit,
  ...(whyNoSmallDisk() === null && { 'a file system that is full': smallFileSystem })
}
