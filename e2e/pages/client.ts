/** A computer's page. */
import type { Locator, Page } from '@playwright/test'

export class ClientPage {
  constructor(readonly page: Page) {}

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
    await this.page.getByRole('button', { name: 'Comandos' }).click()
    await this.page.getByRole('link', { name }).click()
  }
}
