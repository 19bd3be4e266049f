/** A view in a theme: no accessibility violation that matters, and a picture of it to look at. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { ARTIFACTS } from '../../scripts/lib/project.ts'
import { Shell } from '../pages/shell.ts'
import type { Desk } from './desk.ts'
import { expect, test } from './test.ts'

const THEMES = { light: 'Clara', dark: 'Oscura' } as const
const OPEN_DIALOG = '.v-dialog.v-overlay--active'
type Theme = keyof typeof THEMES

/** Takes the picture and asks axe. */
export async function look(desk: Desk, theme: Theme, view: string): Promise<void> {
  const { page } = desk
  // What is on its way in or out is neither yet: its colours are mixed with what lies behind.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((animation) => animation.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
        .map((animation) => animation.finished)
    )
  )
  const folder = join(ARTIFACTS, 'screenshots', test.info().project.name)
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${view}-${theme}.png`) })
  // The legacy mode opens no page of its own, which Electron's window could not.
  const axe = new AxeBuilder({ page }).setLegacyMode()
  // What lies behind a dialog is darkened, and cannot be used until it is closed.
  if (await page.locator(OPEN_DIALOG).count()) axe.include(OPEN_DIALOG)
  const { violations } = await axe.analyze()
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => ({
      view,
      id,
      nodes: nodes.map(({ target, failureSummary }) => ({ target, failureSummary }))
    }))
  expect.soft(serious).toEqual([])
}

/** Chooses a theme in Ajustes. */
export async function useTheme(desk: Desk, theme: Theme): Promise<void> {
  const { page } = desk
  await new Shell(page).goTo('Ajustes')
  await page.getByRole('radio', { name: THEMES[theme] }).check()
  await expect(page.locator('.v-application')).toHaveClass(new RegExp(`v-theme--${theme}`))
}
