/** A list of computers, as a table: its rows, what is picked of them, its order. */
import type { Locator, Page } from '@playwright/test'

export class ComputersPage {
  readonly page: Page
  readonly list: Locator
  /** The rows in the page, which are those in sight and a few beyond. */
  readonly rows: Locator
  readonly selection: Locator

  constructor(page: Page) {
    this.page = page
    this.list = page.getByRole('grid')
    this.rows = this.list.locator('[data-client]')
    this.selection = page.getByTestId('selection-bar')
  }

  row(name: string): Locator {
    return this.rows.filter({ has: this.page.getByRole('link', { name, exact: true }) })
  }

  box(name: string): Locator {
    return this.list.getByRole('checkbox', { name: `Seleccionar ${name}`, exact: true })
  }

  async sortBy(field: string): Promise<void> {
    await this.list.getByRole('button', { name: new RegExp(`^(Ordenar por )?${field}`) }).click()
  }
}
