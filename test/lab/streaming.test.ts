import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { temporaryFolder } from './helpers.ts'

const PROBE = fileURLToPath(new URL('memory-probe.ts', import.meta.url))

async function probe(diskSizeMiB: number): Promise<{ outcomes: string[]; maxRssMiB: number }> {
  const directory = await temporaryFolder()
  const { stdout } = await promisify(execFile)(process.execPath, [PROBE, String(diskSizeMiB), directory])
  return JSON.parse(stdout) as { outcomes: string[]; maxRssMiB: number }
}

test(
  'memory does not grow with the disk, and the process ends by itself after stop()',
  { timeout: 120_000 },
  async () => {
    const small = await probe(32)
    const large = await probe(512)
    expect(small.outcomes).toEqual(['success', 'success'])
    expect(large.outcomes).toEqual(['success', 'success'])
    // The partition is 480 MiB larger and its image some 180: neither may be held in memory.
    expect(large.maxRssMiB - small.maxRssMiB).toBeLessThan(100)
  }
)
