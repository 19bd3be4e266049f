import { readFile, rename, writeFile } from 'node:fs/promises'
import type { PartitionFacts } from '../disk/lab-disk.ts'

/**
 * What the images of the repository hold, as noted when they were made: a real image carries it inside, the lab's is just
 * bytes. Kept in a small file of the lab's own, away from the images.
 */
export class ImageNotes {
  readonly #path: string
  #notes: Record<string, PartitionFacts> = {}
  #turn: Promise<void> = Promise.resolve()

  private constructor(path: string) {
    this.#path = path
  }

  /** Reads the notes that an earlier lab of this folder left. */
  static async open(path: string): Promise<ImageNotes> {
    const notes = new ImageNotes(path)
    const text = await readFile(path, 'utf8').catch(() => '{}')
    notes.#notes = JSON.parse(text) as Record<string, PartitionFacts>
    return notes
  }

  /** What an image holds; an image that was put there by hand holds nobody knows what. */
  of(image: string): PartitionFacts {
    return this.#notes[image] ?? { fileSystem: 'EMPTY', system: '', usagePercent: 0 }
  }

  /** Notes what an image holds; one note is written at a time. */
  remember(image: string, { fileSystem, system, usagePercent }: PartitionFacts): Promise<void> {
    this.#notes[image] = { fileSystem, system, usagePercent }
    this.#turn = this.#write(this.#turn)
    return this.#turn
  }

  async #write(before: Promise<void>): Promise<void> {
    await before
    const temporary = `${this.#path}.part`
    await writeFile(temporary, JSON.stringify(this.#notes, null, 2))
    await rename(temporary, this.#path)
  }
}
