/** Imágenes and Trazas: the lists, and what one of them opens to. */
import type { Locator, Page } from '@playwright/test'

export class ImagesPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  row(name: string): Locator {
    return this.page.getByRole('row').filter({ has: this.page.getByRole('link', { name, exact: true }) })
  }

  async open(name: string): Promise<void> {
    await this.row(name).getByRole('link', { name, exact: true }).click()
  }
}

export class TracesPage {
  readonly page: Page
  readonly client: Locator
  readonly resetFilters: Locator

  constructor(page: Page) {
    this.page = page
    this.client = page.getByRole('textbox', { name: 'Buscar nombre de cliente' })
    this.resetFilters = page.getByRole('button', { name: 'Reiniciar filtros' })
  }

  /** The rows of the traces, without the head. */
  get rows(): Locator {
    return this.page
      .getByRole('main')
      .getByRole('row')
      .filter({ has: this.page.getByRole('link') })
  }

  row(text: string | RegExp): Locator {
    return this.rows.filter({ hasText: text })
  }

  async open(id: number): Promise<void> {
    const number = this.page.getByRole('cell', { name: String(id), exact: true })
    await this.rows.filter({ has: number }).getByRole('link').click()
  }
}
