/** Grupos: the tree of units, and a unit's computers. */
import { expect, type Locator, type Page } from '@playwright/test'

export class GroupsPage {
  readonly page: Page
  readonly tree: Locator
  readonly loadExample: Locator
  readonly empty: Locator

  constructor(page: Page) {
    this.page = page
    this.tree = page.getByRole('tree', { name: 'Centros' })
    this.loadExample = page.getByRole('button', { name: 'Cargar el ejemplo Centro Demo' })
    this.empty = page.getByRole('heading', { name: 'Todavía no hay ningún equipo' })
  }

  unit(name: string): Locator {
    return this.tree.getByRole('treeitem', { name: new RegExp(`^${name}`) })
  }

  async chooseUnit(name: string): Promise<void> {
    await this.unit(name).click()
  }

  /** The computer's row in the table. */
  row(computer: string): Locator {
    return this.page
      .getByRole('row')
      .filter({ has: this.page.getByRole('link', { name: computer, exact: true }) })
  }

  async openComputer(computer: string): Promise<void> {
    await this.row(computer)
      .getByRole('link', { name: `Visualizar ${computer}` })
      .click()
    // The classroom stays until the computer's page is there, and it has buttons of the same names.
    await expect(this.page.getByRole('heading', { level: 1, name: computer, exact: true })).toBeVisible()
  }

  async showAs(view: 'tarjetas' | 'tabla' | 'plano'): Promise<void> {
    await this.page.getByRole('button', { name: `Ver como ${view}` }).click()
  }
}
