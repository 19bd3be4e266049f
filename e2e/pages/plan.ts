/** The seat plan of a classroom. Seats count from 1, as people say them. */
import type { Locator, Page } from '@playwright/test'

export class PlanPage {
  readonly page: Page
  readonly plan: Locator
  readonly grid: Locator
  readonly tray: Locator
  readonly edit: Locator
  readonly arrange: Locator
  readonly said: Locator

  constructor(page: Page) {
    this.page = page
    this.plan = page.getByTestId('seat-plan')
    this.grid = this.plan.getByRole('grid')
    this.tray = this.plan.getByRole('region', { name: /^Sin colocar/ })
    this.edit = this.plan.getByRole('button', { name: 'Editar plano' })
    this.arrange = this.plan.getByRole('button', { name: 'Colocar automáticamente' })
    this.said = this.plan.getByRole('status')
  }

  seat(column: number, row: number): Locator {
    return this.grid.getByRole('gridcell', { name: new RegExp(`columna ${column}, fila ${row}$`) })
  }

  /** The seat of a computer. */
  computer(name: string): Locator {
    return this.grid.getByRole('gridcell', { name: new RegExp(`^${name},`) })
  }

  async drag(from: Locator, to: Locator): Promise<void> {
    const middle = async (of: Locator) => {
      await of.scrollIntoViewIfNeeded()
      const { x, y, width, height } = (await of.boundingBox())!
      return [x + width / 2, y + height / 2] as const
    }
    await this.page.mouse.move(...(await middle(from)))
    await this.page.mouse.down()
    await this.page.mouse.move(...(await middle(to)), { steps: 4 })
    await this.page.mouse.up()
  }
}
