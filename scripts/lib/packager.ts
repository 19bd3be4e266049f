/** Packs the built program: electron-builder.yml, with the Electron that this machine has. */
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { build, Platform } from 'electron-builder'
import { findElectron } from './electron.ts'
import { ROOT, say } from './project.ts'

interface ElectronToPack {
  readonly program: string
  readonly version: string
}

interface Packing {
  readonly electron: ElectronToPack
  /** The folder that everything goes to. */
  readonly output: string
  /** electron-builder's names of what is to be made; a folder where there is none. */
  readonly targets: readonly string[]
}

/** @throws with a sentence where this machine has no Electron */
export function electronToPack(): ElectronToPack {
  const found = findElectron(say)
  if (!found.ok) throw new Error(found.why)
  const { stdout, error } = spawnSync(found.value, ['-p', 'process.versions.electron'], {
    encoding: 'utf8',
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  })
  if (error) throw error
  return { program: found.value, version: stdout.trim() }
}

/** Where the whole of the Electron lies that `findElectron` finds. */
function electronFolder(): string {
  const { resolve } = createRequire(import.meta.url)
  return process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(dirname(resolve('electron/package.json')), 'dist')
}

/** Packs the program as it was last built. */
export async function pack({ electron, output, targets }: Packing): Promise<void> {
  const older = !(
    FuseV1Options.GrantFileProtocolExtraPrivileges in (await getCurrentFuseWire(electron.program))
  )
  await build({
    projectDir: ROOT,
    publish: 'never',
    targets: Platform.current().createTarget(targets.length > 0 ? [...targets] : 'dir'),
    config: {
      directories: { output },
      electronDist: electronFolder(),
      electronVersion: electron.version,
      // A fuse that an older Electron does not have yet cannot be set there, and stops the packing.
      beforePack({ packager }) {
        if (older) delete packager.config.electronFuses?.grantFileProtocolExtraPrivileges
      }
    }
  })
}
