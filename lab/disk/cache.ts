/** An image that a cache partition keeps: its name, and the bytes it takes. */
interface CachedImage {
  name: string
  bytes: number
}

/** The images in the cache partition of a computer: a list of what it holds, without their bytes. */
export class ImageCache {
  #images: CachedImage[] = []

  get names(): string[] {
    return this.#images.map(({ name }) => name)
  }

  /** Keeps an image, instead of an older one of its name; false when there is no room for it. */
  keep(image: CachedImage, capacity: number): boolean {
    const others = this.#images.filter(({ name }) => name !== image.name)
    if (total(others) + image.bytes > capacity) return false
    this.#images = [...others, image]
    return true
  }

  /** Forgets an image; false when it was not there. */
  remove(name: string): boolean {
    const before = this.#images.length
    this.#images = this.#images.filter((image) => image.name !== name)
    return this.#images.length < before
  }

  clear(): void {
    this.#images = []
  }

  usagePercent(capacity: number): number {
    return Math.min(100, Math.round((total(this.#images) / capacity) * 100))
  }
}

const total = (images: readonly CachedImage[]): number => images.reduce((sum, { bytes }) => sum + bytes, 0)
