/** Editing the inventory: the dialogs, and the menus that lead to them. */
import { expect, type Locator, type Page } from '@playwright/test'
import { Shell } from './shell.ts'
import { chooseEntry } from './menu.ts'

export class EditPage {
  readonly page: Page
  readonly dialog: Locator
  readonly tree: Locator
  readonly shell: Shell

  constructor(page: Page) {
    this.page = page
    this.dialog = page.getByRole('dialog')
    this.tree = page.getByRole('tree', { name: 'Centros' })
    this.shell = new Shell(page)
  }

  unit(name: string): Locator {
    return this.tree.getByRole('treeitem', { name: new RegExp(`^${name}`) })
  }

  /** A computer's row in the list. */
  computer(name: string): Locator {
    return this.page.getByRole('row').filter({ has: this.page.getByRole('link', { name, exact: true }) })
  }

  /** Where its row can be taken hold of: addresses can be selected instead. */
  handle(name: string): Locator {
    return this.computer(name).getByText(/^ID \d+$/)
  }

  field(name: string): Locator {
    return this.dialog.getByRole('textbox', { name, exact: true })
  }

  button(name: string): Locator {
    return this.dialog.getByRole('button', { name, exact: true })
  }

  /** Writes into the fields of the form. */
  async write(values: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, value] of Object.entries(values)) await this.field(name).fill(value)
  }

  /** Ends the dialog by one of its buttons, and waits until it is gone. */
  async finish(button: 'Crear' | 'Guardar' | 'Mover' | 'Eliminar' | 'Cancelar'): Promise<void> {
    await this.button(button).click()
    await expect(this.dialog).toBeHidden()
  }

  /** An entry of "Nuevo", above the tree. */
  async createNew(entry: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name: 'Nuevo', exact: true }).click()
    await chooseEntry(this.page, entry)
    await expect(this.dialog).toBeVisible()
  }

  /** An entry of the menu behind the three dots of something. */
  async act(name: string, entry: string): Promise<void> {
    await this.page.getByRole('button', { name: `Acciones de ${name}` }).click()
    await chooseEntry(this.page, entry)
    await expect(this.dialog).toBeVisible()
  }

  /** An entry of a unit's menu, by the keyboard alone. */
  async actByKey(unit: string, entry: string): Promise<void> {
    await this.unit(unit).focus()
    await this.page.keyboard.press('Shift+F10')
    const wanted = this.page.getByRole('menuitem', { name: entry })
    await expect(this.page.getByRole('menuitem').first()).toBeFocused()
    while (!(await wanted.evaluate((item) => item === document.activeElement))) {
      await this.page.keyboard.press('ArrowDown')
    }
    await this.page.keyboard.press('Enter')
    await expect(this.dialog).toBeVisible()
  }

  /** Waits for the latest short message. */
  async told(text: string | RegExp): Promise<void> {
    await expect(this.shell.notice('success')).toContainText(text)
  }

  async undo(): Promise<void> {
    await this.shell.notice('success').getByRole('button', { name: 'Deshacer' }).click()
    await this.told('Deshecho')
  }
}
