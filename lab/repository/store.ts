import { createHash } from 'node:crypto'
import { mkdir, open, readFile, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { DECISIONS } from '../decisions.ts'

/** An image as GET /images lists it [D]. The sums are null until the auxiliary files are made. */
export interface StoredImage {
  name: string
  /** Bytes. */
  size: number
  fullsum: string | null
  sum: string | null
  /** ISO 8601, the file's own time. */
  created: string
}

/** The repository's folders on this machine: the images, and the bin. */
export class ImageStore {
  readonly images: string
  readonly trash: string

  /** @param directory the repository's own folder; not made until prepare() */
  constructor(directory: string) {
    this.images = join(directory, 'images')
    this.trash = join(directory, 'images_trash')
  }

  async prepare(): Promise<void> {
    await mkdir(this.images, { recursive: true })
    await mkdir(this.trash, { recursive: true })
  }

  /** The path of an image file, or null for a name that is not `<canonical name>.img` (so no path gets out of here). */
  imagePath(name: string): string | null {
    const safe = name.endsWith('.img') && DECISIONS.canonicalName.test(basename(name, '.img'))
    return safe && basename(name) === name ? join(this.images, name) : null
  }

  async exists(name: string): Promise<boolean> {
    const path = this.imagePath(name)
    return path !== null && (await stat(path).catch(() => null))?.isFile() === true
  }

  list(place: 'images' | 'trash' = 'images'): Promise<StoredImage[]> {
    return listFolder(this[place])
  }

  async find(fullsum: string, place: 'images' | 'trash' = 'images'): Promise<StoredImage | undefined> {
    return (await this.list(place)).find((image) => image.fullsum === fullsum)
  }

  /** Moves an image and its auxiliary files from one folder to the other. */
  async move(image: StoredImage, to: 'images' | 'trash'): Promise<void> {
    const [from, into] = to === 'trash' ? [this.images, this.trash] : [this.trash, this.images]
    for (const file of filesOf(image.name)) {
      await rename(join(from, file), join(into, file)).catch(ignoreMissing)
    }
  }

  async remove(image: StoredImage): Promise<void> {
    for (const file of filesOf(image.name)) await rm(join(this.images, file), { force: true })
  }
}

/**
 * Puts a freshly written image in place. The auxiliary files of an image that it replaces describe other bytes, so they
 * go.
 */
export async function placeImage(temporary: string, path: string): Promise<void> {
  for (const suffix of DECISIONS.repository.auxiliary) await rm(path + suffix, { force: true })
  await rename(temporary, path)
}

/** MD5 of a file's last `bytes` (all of it when it is shorter), in hex. */
export async function md5OfTail(path: string, bytes: number): Promise<string> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const tail = Buffer.alloc(Math.min(bytes, size))
    await file.read(tail, 0, tail.length, size - tail.length)
    return createHash('md5').update(tail).digest('hex')
  } finally {
    await file.close()
  }
}

function filesOf(name: string): string[] {
  return [name, ...DECISIONS.repository.auxiliary.map((suffix) => name + suffix)]
}

async function listFolder(folder: string): Promise<StoredImage[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.img')).sort()
  return Promise.all(
    names.map(async (name) => {
      const path = join(folder, name)
      const { size, mtime } = await stat(path)
      const [fullsum, sum] = await Promise.all([readText(`${path}.full.sum`), readText(`${path}.sum`)])
      return { name, size, fullsum, sum, created: mtime.toISOString() }
    })
  )
}

function readText(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch(() => null)
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}
