/** Crear imagen: the form, its checks and the call that it will make. */
import { expect, type Locator, type Page } from '@playwright/test'

export class CreateImagePage {
  readonly page: Page
  readonly name: Locator
  readonly description: Locator
  readonly save: Locator
  readonly checks: Locator
  readonly call: Locator
  readonly failed: Locator

  constructor(page: Page) {
    this.page = page
    this.name = page.getByRole('textbox', { name: 'Nombre canónico' })
    this.description = page.getByRole('textbox', { name: 'Descripción' })
    this.save = page.getByRole('button', { name: 'Guardar y ejecutar' })
    this.checks = page.getByRole('region', { name: 'Comprobaciones previas' })
    this.call = page.getByRole('region', { name: 'Llamada que se enviará, en forma de orden curl' })
    this.failed = page.getByRole('alert').filter({ has: page.getByRole('button', { name: 'Reintentar' }) })
  }

  partition(disk: number, partition: number): Locator {
    return this.page.getByRole('radio', { name: new RegExp(`^Disco ${disk}, partición ${partition}:`) })
  }

  /** Fills the form as the seed does, and waits until every check has passed. */
  async fill(name: string): Promise<void> {
    await this.name.fill(name)
    await this.partition(1, 2).check()
    await this.description.fill('imagen de referencia')
    await expect(this.checks.getByText('Todo correcto')).toBeVisible()
  }

  async create(name: string): Promise<void> {
    await this.fill(name)
    await this.save.click()
  }
}
