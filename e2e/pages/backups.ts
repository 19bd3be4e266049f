/** Copias de seguridad: the list, a restore, and what a start may find. */
import type { Locator, Page } from '@playwright/test'

export class BackupsPage {
  readonly page: Page
  readonly create: Locator
  readonly rows: Locator
  readonly restoreDialog: Locator
  readonly difference: Locator
  readonly recoveryBanner: Locator
  readonly recoveryDialog: Locator

  constructor(page: Page) {
    this.page = page
    this.create = page.getByRole('button', { name: 'Hacer copia ahora' })
    this.rows = page.locator('tr[data-backup]')
    this.restoreDialog = page.getByRole('dialog', { name: /^Restaurar la copia del/ })
    this.difference = page.getByTestId('difference')
    this.recoveryBanner = page.getByTestId('recovery')
    this.recoveryDialog = page.getByRole('dialog', { name: 'La base de datos estaba dañada' })
  }

  /** From wherever one is, by way of the settings. */
  async open(): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Menú principal' })
      .getByRole('link', { name: 'Ajustes' })
      .click()
    await this.page.getByRole('link', { name: 'Ver las copias de seguridad' }).click()
  }

  /** What a restore would do to the rows of one kind. */
  kind(name: string): Locator {
    return this.difference.getByRole('region', { name })
  }

  /** Restores what the dialog shows, reads what it has done, and closes it. */
  async restore(): Promise<void> {
    await this.restoreDialog.getByRole('button', { name: 'Restaurar', exact: true }).click()
    await this.page.getByTestId('restored').waitFor()
    await this.restoreDialog.getByRole('button', { name: 'Cerrar' }).click()
  }
}
