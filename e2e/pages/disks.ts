/** Particionar y formatear: the editor of a disk. */
import type { Locator, Page } from '@playwright/test'

export class DisksPage {
  readonly page: Page
  readonly bar: Locator
  readonly outcome: Locator
  readonly problems: Locator
  readonly cfg: Locator
  readonly proceed: Locator

  constructor(page: Page) {
    this.page = page
    this.bar = page.getByRole('group', { name: /^Reparto del disco/ })
    this.outcome = page.getByTestId('disk-outcome').getByRole('listitem')
    this.problems = page.getByTestId('disk-problems').getByRole('listitem')
    this.cfg = page.getByRole('region', { name: 'cfg de la función Configurar' })
    this.proceed = page.getByRole('button', { name: /^Particionar / })
  }

  /** The border behind a partition. */
  border(partition: number): Locator {
    return this.bar.getByRole('slider', { name: `Tamaño de la partición ${partition}` })
  }

  size(partition: number): Locator {
    return this.page.getByRole('textbox', { name: `Tamaño de la partición ${partition}`, exact: true })
  }

  format(partition: number): Locator {
    return this.page.getByRole('checkbox', { name: `Formatear la partición ${partition}` })
  }

  async choose(label: string, option: string): Promise<void> {
    await this.page.getByRole('combobox', { name: label }).press('ArrowDown')
    await this.page.getByRole('option', { name: option, exact: true }).click()
  }
}
