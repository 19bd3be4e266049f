/** Commands: their menus, the dialog that asks once more, the page of an order and the list of them. */
import { expect, type Locator, type Page } from '@playwright/test'
import { chooseEntry } from './menu.ts'

export class CommandsPage {
  readonly page: Page
  readonly dialog: Locator
  /** Who takes part, and who is left out. */
  readonly targets: Locator
  readonly outcome: Locator

  constructor(page: Page) {
    this.page = page
    this.dialog = page.getByRole('dialog')
    this.targets = page.getByTestId('command-targets')
    this.outcome = page.getByTestId('batch-outcome')
  }

  /** Chooses a command in the menu of the unit, the selection or the computer on the screen. */
  async choose(command: string): Promise<void> {
    await this.page.getByRole('main').getByRole('button', { name: 'Comandos', exact: true }).first().click()
    await chooseEntry(this.page, command)
  }

  /** Presses the button that gives the order. */
  async confirm(name: string): Promise<void> {
    await this.dialog.getByRole('button', { name, exact: true }).click()
    await expect(this.dialog).toBeHidden()
  }

  /** A computer of the order on the screen. */
  row(computer: string): Locator {
    return this.page.getByRole('main').getByRole('row').filter({ hasText: computer })
  }

  /** The orders of one section of the list. */
  section(name: 'Pendientes de confirmar' | 'En curso' | 'En espera' | 'Terminadas'): Locator {
    return this.page.getByRole('region', { name }).getByRole('listitem')
  }
}
