/** Whether the window can be opened here: Electron's program, a screen, a sandbox; and if not, why, in words. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { ROOT } from './project.ts'

export type Found<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: string }

/** Electron's package fetches its program the first time that it is asked for; here that is done with words. */
export function findElectron(say: (text: string) => void): Found<string> {
  const require = createRequire(import.meta.url)
  const folder = dirname(require.resolve('electron/package.json'))
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (!override && !existsSync(join(folder, 'path.txt'))) {
    say('Descargando Electron…')
    const { status, stderr } = spawnSync(process.execPath, [join(folder, 'install.js')], {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe']
    })
    if (status !== 0) {
      const reason =
        stderr
          .trim()
          .split('\n')[0]
          ?.replace(/^\w*Error: /, '') ?? ''
      return { ok: false, why: `no se ha podido descargar Electron de su sitio (${reason})` }
    }
  }
  const program = require('electron') as string
  if (existsSync(program)) return { ok: true, value: program }
  return { ok: false, why: `falta el programa de Electron, ${program}` }
}

/** Why no window can be shown here, or null where one can. */
export function missingDisplay(): string | null {
  if (process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return null
  return 'no hay pantalla (ni DISPLAY ni WAYLAND_DISPLAY están definidas)'
}

function kernelSetting(name: string): string | null {
  try {
    return readFileSync(`/proc/sys/kernel/${name}`, 'utf8').trim()
  } catch {
    return null
  }
}

/**
 * Chromium's sandbox on Linux needs user namespaces, or its helper owned by root with the set-user-ID bit, which an
 * npm package cannot have. An installed ogDesk has it; a development copy has to do without on some systems.
 */
export function sandboxSwitches(electron: string): string[] {
  if (process.platform !== 'linux') return []
  if (process.getuid?.() === 0) return ['--no-sandbox']
  const helper = statSync(resolve(dirname(electron), 'chrome-sandbox'), { throwIfNoEntry: false })
  if (helper?.uid === 0 && helper.mode & 0o4000) return []
  const restricted =
    kernelSetting('apparmor_restrict_unprivileged_userns') === '1' ||
    kernelSetting('unprivileged_userns_clone') === '0'
  return restricted ? ['--no-sandbox'] : []
}
