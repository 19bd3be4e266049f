/** How the window was left, kept in the data directory: where it was, and how to look before the console tells. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { nativeTheme, screen, type BrowserWindow, type BrowserWindowConstructorOptions } from 'electron'
import { MINIMUM_SIZE, restoreBounds } from '#main/hosting/window-bounds.ts'
import type { Language, Settings } from '#shared/contract/inputs.ts'
import { TEXTS } from './texts.ts'

const FILE = 'window-state.json'
/** The page's own backgrounds, so that the window does not flash while the page loads. */
const BACKGROUND = { light: '#F3F6F8', dark: '#0F1519' } as const

export interface WindowState {
  /** As it was read: checked when it is used. */
  readonly bounds: unknown
  readonly maximized: boolean
  readonly language: Language
  readonly theme: Settings['theme']
}

/** What was kept; the usual where nothing was, or nothing that can be read. */
export function readWindowState(dataDirectory: string): WindowState {
  let kept: Record<string, unknown> = {}
  try {
    const value: unknown = JSON.parse(readFileSync(join(dataDirectory, FILE), 'utf8'))
    if (typeof value === 'object' && value !== null) kept = value as Record<string, unknown>
  } catch {
    // The first start, or a damaged file: the window opens as usual.
  }
  const { bounds, maximized, language, theme } = kept
  return {
    bounds,
    maximized: maximized === true,
    language: typeof language === 'string' && language in TEXTS ? (language as Language) : 'es',
    theme: theme === 'light' || theme === 'dark' ? theme : 'system'
  }
}

export function writeWindowState(
  dataDirectory: string,
  window: BrowserWindow,
  look: Pick<WindowState, 'language' | 'theme'>
): void {
  const state: WindowState = {
    bounds: window.getNormalBounds(),
    maximized: window.isMaximized(),
    language: look.language,
    theme: look.theme
  }
  const path = join(dataDirectory, FILE)
  writeFileSync(`${path}.new`, JSON.stringify(state))
  renameSync(`${path}.new`, path)
}

/** How to open the window so that it is as it was. */
export function windowAppearance(state: WindowState): BrowserWindowConstructorOptions {
  const main = screen.getPrimaryDisplay()
  const displays = [main, ...screen.getAllDisplays().filter(({ id }) => id !== main.id)]
  const dark = state.theme === 'system' ? nativeTheme.shouldUseDarkColors : state.theme === 'dark'
  return {
    ...restoreBounds(
      state.bounds,
      displays.map(({ workArea }) => workArea)
    ),
    minWidth: MINIMUM_SIZE.width,
    minHeight: MINIMUM_SIZE.height,
    backgroundColor: BACKGROUND[dark ? 'dark' : 'light']
  }
}
