/** A computer's page. */
import type { Locator, Page } from '@playwright/test'
import { chooseEntry } from './menu.ts'

export class ClientPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** A value of the sheet. */
  fact(name: string): Locator {
    return this.page
      .getByRole('term')
      .filter({ hasText: new RegExp(`^${name}$`) })
      .locator('xpath=following-sibling::dd[1]')
  }

  partition(disk: number, partition: number): Locator {
    return this.page.getByRole('row', { name: new RegExp(`^${disk} ${partition} `) })
  }

  async command(name: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Comandos', exact: true }).click()
    await chooseEntry(this.page, name)
  }
}
