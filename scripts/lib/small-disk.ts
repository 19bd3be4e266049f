/** A file system of a few megabytes, which tests fill to its last byte. Only root may mount one, and only on Linux. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, rmdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface MountedDisk {
  readonly folder: string
  /** Takes all the room that is left. */
  fill(): void
  /** Gives it back. */
  free(): void
  /** Also while somebody still has its files open. */
  unmount(): void
}

/** Mounts one. @throws where this user, or this system, cannot */
export function mountSmallDisk(megabytes: number): MountedDisk {
  const folder = mkdtempSync(join(tmpdir(), 'ogdesk-disk-'))
  const size = `size=${megabytes}m`
  const { status, stderr, error } = spawnSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', folder])
  if (status !== 0) {
    rmdirSync(folder)
    throw new Error(`nothing can be mounted: ${error?.message ?? stderr.toString().trim()}`)
  }
  const filler = join(folder, 'filler')
  return {
    folder,
    fill() {
      for (let bytes = megabytes * 2 ** 20; bytes >= 1; bytes = Math.floor(bytes / 2)) {
        try {
          writeFileSync(filler, Buffer.alloc(bytes), { flag: 'a' })
        } catch {
          // As much as there was room for is there.
        }
      }
    },
    free: () => rmSync(filler),
    unmount() {
      spawnSync('umount', ['--lazy', folder])
      rmdirSync(folder)
    }
  }
}

/** Why there can be no such disk here; null: there can. */
export function whyNoSmallDisk(): string | null {
  try {
    mountSmallDisk(1).unmount()
    return null
  } catch (error) {
    return (error as Error).message
  }
}
