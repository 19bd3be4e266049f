/** Finding anything by keyboard, and saved filters that stay true. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { GroupsPage } from './pages/groups.ts'
import { Palette } from './pages/palette.ts'
import { Shell } from './pages/shell.ts'
import { expect, test } from './support/test.ts'

async function seriousProblems(page: Page): Promise<unknown[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => ({ id, nodes: nodes.map(({ target }) => target) }))
}

test.describe('the palette', () => {
  test.use({ deskOptions: { lab: { computers: 3 } } })

  test('from a fragment of a MAC to the computer, and back to what was chosen', async ({ desk }) => {
    const { page } = desk
    const palette = new Palette(page)
    const shell = new Shell(page)
    await expect(new GroupsPage(page).row('modelo')).toBeVisible()
    // Typed without waiting for the field: nothing of it is lost.
    await page.keyboard.press('ControlOrMeta+k')
    await page.keyboard.type('27-4f-be')
    await expect(palette.field).toHaveValue('27-4f-be')
    await expect(palette.chosen).toContainText('modelo')
    await expect(palette.chosen.locator('mark')).toHaveText('27:4F:BE')
    expect(await seriousProblems(page)).toEqual([])
    await page.keyboard.press('Enter')
    await expect(shell.heading('modelo')).toBeVisible()

    // Whatever was chosen is there at the next time before anything is typed.
    await shell.goTo('Imágenes')
    await page.keyboard.press('ControlOrMeta+k')
    await expect(palette.group('Recientes').getByRole('option')).toHaveCount(1)
    await expect(palette.chosen).toContainText('modelo')
    await page.keyboard.press('Escape')
    await expect(palette.field).toBeHidden()

    // Enter means what was typed, however fast it comes.
    await palette.ask('Aula Demo')
    await page.keyboard.press('Enter')
    await expect(shell.heading('Aula Demo')).toBeVisible()
  })

  test('arrows, Home and End move; commands do what they say', async ({ desk }) => {
    const { page } = desk
    const palette = new Palette(page)
    const shell = new Shell(page)
    await page.getByRole('button', { name: /^Buscar equipos, aulas/ }).click()
    await palette.field.fill('pc')
    await expect(palette.group('Equipos').getByRole('option')).toHaveCount(2)
    await expect(palette.chosen).toContainText('pc1')
    await page.keyboard.press('ArrowDown')
    await expect(palette.chosen).toContainText('pc2')
    await expect(palette.field).toHaveAttribute(
      'aria-activedescendant',
      (await palette.chosen.getAttribute('id')) ?? 'none'
    )
    await page.keyboard.press('End')
    await expect(palette.group('Comandos').getByRole('option').last()).toHaveAttribute(
      'aria-selected',
      'true'
    )
    await page.keyboard.press('ArrowDown')
    await expect(palette.chosen).toContainText('pc1')
    await palette.field.fill('"*zzz')
    await expect(page.getByText('Nada coincide con «"*zzz»')).toBeVisible()

    await palette.field.fill('crear imagen modelo')
    await expect(palette.chosen).toHaveText('Crear imagen de modeloCentro Demo › Aula Demo')
    await page.keyboard.press('Enter')
    await expect(shell.heading('Crear imagen desde modelo')).toBeVisible()

    await palette.ask('oscuro')
    // A page puts the focus into its field a moment after it is there; that takes nothing from the palette.
    await page.locator('[name=canonical-name]').evaluate((name) => (name as HTMLElement).focus())
    await expect(palette.field).toBeFocused()
    await palette.field.fill('apariencia oscura')
    await page.keyboard.press('Enter')
    await expect(page.locator('.v-application')).toHaveClass(/v-theme--dark/)
    await palette.ask('pc1')
    await expect(palette.chosen).toContainText('pc1')
    expect(await seriousProblems(page)).toEqual([])
  })
})

test.describe('a smart group', () => {
  test.use({ deskOptions: { lab: { computers: 3 } } })

  test('is made of the filters, changes as its computers do, and comes back when it was removed', async ({
    desk
  }) => {
    const { page } = desk
    const groups = new GroupsPage(page)
    const shell = new Shell(page)
    await groups.chooseUnit('Aula Demo')
    await expect(groups.row('pc1')).toContainText('Linux')
    await page.getByRole('button', { name: /^Linux/ }).click()
    await expect(groups.row('pc2')).toHaveCount(0)
    await page.getByRole('button', { name: 'Guardar como grupo inteligente' }).click()

    const dialog = page.getByRole('dialog', { name: 'Nuevo grupo inteligente' })
    const name = dialog.getByRole('textbox', { name: 'Nombre', exact: true })
    await expect(name).toHaveValue('En Linux en Aula Demo')
    await expect(dialog.getByRole('status')).toContainText('1 equipo')
    await dialog.getByRole('combobox', { name: 'Tiene instalado' }).fill('ubuntu')
    await expect(name).toHaveValue('En Linux con ubuntu en Aula Demo')
    expect(await seriousProblems(page)).toEqual([])
    await page.keyboard.press('Tab')
    await dialog.getByRole('button', { name: 'Guardar' }).click()
    await expect(shell.heading('En Linux con ubuntu en Aula Demo')).toBeVisible()
    await expect(groups.row('pc1')).toBeVisible()
    const entry = page.getByRole('navigation', { name: 'Grupos inteligentes' }).getByRole('link')
    await expect(entry).toContainText('1')
    expect(await seriousProblems(page)).toEqual([])

    // Its computer is restarted, and leaves the group by itself; so does the count.
    const computer = desk.lab.computer('pc1')
    await computer.setState('og-live')
    await computer.announce()
    await expect(entry).toContainText('0')
    await expect(page.getByText('Ahora mismo ningún equipo cumple estas condiciones')).toBeVisible()
    await computer.setState('linux')
    await computer.announce()
    await expect(groups.row('pc1')).toBeVisible()

    await page.getByRole('button', { name: 'Eliminar el grupo' }).click()
    await expect(entry).toHaveCount(0)
    await page.getByRole('button', { name: 'Deshacer' }).click()
    await expect(shell.heading('En Linux con ubuntu en Aula Demo')).toBeVisible()
  })
})
