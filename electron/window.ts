/** The one window. */
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { BrowserWindow, dialog } from 'electron'
import { APP_URL } from './app-origin.ts'
import { showContextMenu } from './menu.ts'
import { SAFE_PREFERENCES } from './security.ts'
import { TEXTS } from './texts.ts'
import { windowAppearance, type WindowState } from './window-state.ts'

export interface WindowOptions {
  readonly state: WindowState
  /** The folder of the built program. */
  readonly outDirectory: string
  readonly icon: string
  readonly language: () => keyof typeof TEXTS
  readonly warn: (fields: object, message: string) => void
}

/** Milliseconds; a window that is minimised or covered may never be painted. */
const SETTLED_WITHIN = 2_000
/** Resolves when the page has nothing to do for a moment; with nothing, for nothing could be copied out of it. */
const WHEN_IDLE = 'new Promise((resolve) => requestIdleCallback(() => resolve(null)))'

/** Opens the window; `settled` resolves when its page has been shown and has come to rest, or will not come. */
export function createWindow({ state, outDirectory, icon, language, warn }: WindowOptions): {
  window: BrowserWindow
  settled: Promise<void>
} {
  const window = new BrowserWindow({
    ...windowAppearance(state),
    title: 'ogDesk',
    icon,
    // Shown once it has something to show: a second of white is longer than a second of nothing.
    show: false,
    autoHideMenuBar: true,
    webPreferences: { ...SAFE_PREFERENCES, preload: join(outDirectory, 'preload', 'preload.cjs') }
  })
  if (state.maximized) window.maximize()
  const contents = window.webContents
  const painted = new Promise<void>((resolve) => {
    window.once('ready-to-show', () => {
      window.show()
      resolve()
    })
  })
  contents.on('context-menu', (_event, target) => showContextMenu(language(), target))
  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return
    warn({ reason, exitCode }, 'the page has gone')
    void offerReload(window, language())
  })
  const settled = window
    .loadURL(APP_URL)
    // The page is there before its first picture is, and its first picture before it is whole.
    .then(() =>
      Promise.race([painted.then(() => contents.executeJavaScript(WHEN_IDLE)), pause(SETTLED_WITHIN)])
    )
    .catch((error: unknown) => warn({ error: String(error) }, 'the page did not load'))
  return { window, settled }
}

async function offerReload(window: BrowserWindow, language: keyof typeof TEXTS): Promise<void> {
  const text = TEXTS[language]
  await dialog.showMessageBox(window, { type: 'error', message: text.pageCrashed, buttons: [text.reload] })
  if (!window.isDestroyed()) window.webContents.reload()
}

/** Brings the window to where its user sees it. */
export function bringUp(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
