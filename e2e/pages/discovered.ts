/** Descubiertos: who reported in and is not in the inventory, and the dialog that adopts them. */
import type { Locator, Page } from '@playwright/test'

export class DiscoveredPage {
  readonly page: Page
  readonly badge: Locator
  readonly dialog: Locator

  constructor(page: Page) {
    this.page = page
    this.badge = page.getByTestId('discovered-badge')
    this.dialog = page.getByRole('dialog')
  }

  row(mac: string): Locator {
    return this.page.getByTestId('discovered').getByRole('row').filter({ hasText: mac })
  }

  async pick(mac: string): Promise<void> {
    await this.page.getByRole('checkbox', { name: `Elegir el equipo ${mac}` }).check()
  }

  /** The field of a computer's name in the dialog. */
  name(mac: string): Locator {
    return this.dialog.getByRole('textbox', { name: `Nombre del equipo ${mac}` })
  }

  adopt(): Promise<void> {
    return this.dialog.getByRole('button', { name: 'Adoptar', exact: true }).click()
  }
}
