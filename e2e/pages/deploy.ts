/** Desplegar imagen: the page on which it is prepared, and the page of the order that it becomes. */
import type { Locator, Page } from '@playwright/test'

export class DeployPage {
  readonly page: Page
  readonly groups: Locator
  readonly checks: Locator
  readonly summary: Locator
  readonly understood: Locator
  readonly outcome: Locator
  readonly model: Locator
  readonly restoreModel: Locator

  constructor(page: Page) {
    this.page = page
    this.groups = page.getByTestId('layout-group')
    this.checks = page.getByTestId('deploy-checks')
    this.summary = page.getByTestId('deploy-summary')
    this.understood = page.getByRole('checkbox', { name: 'Entiendo que se perderán los datos' })
    this.outcome = page.getByTestId('batch-outcome')
    this.model = page.getByTestId('deploy-model')
    this.restoreModel = page.getByRole('checkbox', { name: 'Restaurar también modelo' })
  }

  run(computers: number): Locator {
    return this.page.getByRole('button', { name: `Desplegar en ${computers} equipos` })
  }

  partition(group: Locator, disk: number, partition: number): Locator {
    return group.getByRole('radio', { name: new RegExp(`^Disco ${disk}, partición ${partition}:`) })
  }
}
