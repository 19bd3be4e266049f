/** What is on the repository's disk, looked at without the program under test. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** What `md5sum FILE` prints. */
export function md5sum(path: string): string {
  return createHash('md5').update(readFileSync(path)).digest('hex')
}
