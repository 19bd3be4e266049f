/** Menus: a click on an entry, once the menu takes clicks. */
import { expect, type Page } from '@playwright/test'

/**
 * Clicks on an entry. While a menu grows it takes no clicks; Playwright would scroll the page to find a place that does,
 * and the menu would come along between press and release.
 */
export async function chooseEntry(page: Page, name: string | RegExp): Promise<void> {
  await expect(page.locator('.v-menu > .v-overlay__content').last()).toHaveCSS('pointer-events', 'auto')
  await page.getByRole('menuitem', { name }).click()
}
