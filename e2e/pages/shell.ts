/** What is around every page: the bar, the menu, the drawer of traces, the short messages. */
import { expect, type Locator, type Page } from '@playwright/test'

export type Section =
  | 'Grupos'
  | 'Descubiertos'
  | 'Trazas'
  | 'Órdenes'
  | 'Scripts'
  | 'Subredes'
  | 'Imágenes'
  | 'Repositorios'
  | 'Auditoría'
  | 'Ajustes'

export class Shell {
  readonly page: Page
  readonly bar: Locator
  readonly menu: Locator
  readonly bell: Locator
  readonly drawer: Locator
  readonly webhookBanner: Locator

  constructor(page: Page) {
    this.page = page
    this.bar = page.getByRole('banner')
    this.menu = page.getByRole('navigation', { name: 'Menú principal' })
    this.bell = page.getByTestId('bell')
    this.drawer = page.getByTestId('traces-drawer')
    this.webhookBanner = page.getByRole('alert').filter({ hasText: 'La consola no puede recibir avisos' })
  }

  /** The page's own heading, the first level of its outline. */
  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { level: 1, name })
  }

  /** A short message at the bottom; a success is the green one. */
  notice(kind: 'success' | 'error' | 'info'): Locator {
    return this.page.locator(`[data-kind=${kind}]`)
  }

  async goTo(section: Section): Promise<void> {
    await this.menu.getByRole('link', { name: section }).click()
  }

  async openDrawer(): Promise<void> {
    await this.bell.click()
    await expect(this.drawer.getByRole('button', { name: 'Cerrar el panel de trazas' })).toBeInViewport()
  }

  /** The jobs of one of the drawer's lists. */
  jobs(list: 'En marcha' | 'Últimas finalizadas'): Locator {
    return this.drawer.getByRole('list', { name: list }).getByRole('listitem')
  }

  async chooseLanguage(name: 'Español' | 'English' | 'Català'): Promise<void> {
    await this.page.getByTestId('language').click()
    await this.page.getByRole('menuitemradio', { name }).click()
  }
}
