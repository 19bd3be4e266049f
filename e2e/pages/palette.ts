/** The palette that finds anything. */
import type { Locator, Page } from '@playwright/test'

export class Palette {
  readonly page: Page
  readonly field: Locator
  readonly list: Locator
  readonly chosen: Locator

  constructor(page: Page) {
    this.page = page
    this.field = page.getByRole('combobox', { name: 'Buscar en ogDesk' })
    this.list = page.getByRole('listbox', { name: 'Resultados' })
    this.chosen = this.list.getByRole('option', { selected: true })
  }

  group(name: string): Locator {
    return this.list.getByRole('group', { name })
  }

  /** Opens it as people do who know it, and types. */
  async ask(text: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+k')
    await this.field.fill(text)
  }
}
