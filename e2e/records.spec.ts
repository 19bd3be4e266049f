/** What is in the computers: asked for, seen, compared, taken along; and scripts, kept and run. */
import { ClientPage } from './pages/client.ts'
import { CommandsPage } from './pages/commands.ts'
import { CreateImagePage } from './pages/create-image.ts'
import { GroupsPage } from './pages/groups.ts'
import { savedBy } from './pages/imports.ts'
import { Shell } from './pages/shell.ts'
import { ImagesPage } from './pages/work.ts'
import { look, useTheme } from './support/look.ts'
import { expect, test } from './support/test.ts'
import { chooseEntry } from './pages/menu.ts'

const computer = (name: string, number: number, rest: object) => ({
  name,
  ip: `192.168.2.${number}`,
  mac: `08:00:27:00:00:0${number}`,
  layout: 0,
  ...rest
})

test.describe('two computers in ogLive', () => {
  test.use({
    deskOptions: {
      lab: {
        computers: [computer('modelo', 2, { state: 'og-live' }), computer('pc2', 3, { state: 'og-live' })]
      }
    }
  })

  test('are asked for their hardware and software, compared, exported, and known to an image', async ({
    desk,
    host
  }) => {
    const { page } = desk
    const shell = new Shell(page)
    const groups = new GroupsPage(page)
    const commands = new CommandsPage(page)
    await groups.openComputer('modelo')
    await page.getByRole('button', { name: 'Pedir el inventario de hardware ahora' }).click()
    await commands.confirm('Inventariar el hardware de 1 equipo')
    await expect(commands.outcome).toContainText('1 de 1')

    await shell.goTo('Grupos')
    await groups.chooseUnit('Aula Demo')
    await commands.choose('Inventario software')
    await commands.confirm('Inventariar el software de 2 equipos')
    await expect(commands.outcome).toContainText('2 de 2')

    await shell.goTo('Grupos')
    await groups.openComputer('modelo')
    await expect(page.getByTestId('hardware-inventory')).toContainText('Procesador')
    const software = page.getByTestId('software-inventory')
    await expect(software).toContainText(/\d+ programas/)
    await software.getByRole('searchbox', { name: 'Buscar un programa' }).fill('bash')
    await expect(software.getByRole('listitem').first()).toContainText('bash')
    await look(desk, 'light', 'client-inventories')

    await page.getByRole('link', { name: 'Comparar este inventario de software' }).click()
    const first = page.getByRole('group', { name: 'Primero' })
    await first.getByRole('combobox', { name: 'Equipo' }).fill('pc2')
    await page.getByRole('option', { name: 'pc2' }).click()
    const difference = page.getByTestId('difference')
    await expect(difference.getByText('Solo en el primero').first()).toBeVisible()
    await page.getByRole('checkbox', { name: /^Solo en el primero/ }).uncheck()
    await expect(difference.getByText('Solo en el primero')).toHaveCount(0)
    await look(desk, 'light', 'compare-records')

    await shell.goTo('Grupos')
    await groups.chooseUnit('Aula Demo')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('buscar programas')
    await page.keyboard.press('Enter')
    await page.getByRole('searchbox', { name: 'Programa o versión' }).fill('bash')
    await expect(page.getByTestId('programs')).toContainText('modelo')
    await expect(page.getByText('2 equipos lo tienen')).toBeVisible()
    await look(desk, 'light', 'programs')
    await page.getByRole('button', { name: 'Seleccionar 2 equipos' }).click()
    await expect(page.getByText('2 equipos seleccionados').first()).toBeVisible()
    await shell.goTo('Grupos')
    await groups.chooseUnit('Aula Demo')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Exportar los equipos de Aula Demo' }).click()
    const csv = await savedBy(desk, host, () => chooseEntry(page, 'Software de los equipos (CSV)'))
    expect(csv).toMatch(/\r\npc2;192\.168\.2\.3;.*;1;2;Ubuntu/)

    await groups.openComputer('modelo')
    await new ClientPage(page).command('Crear imagen')
    await new CreateImagePage(page).create('con-programas')
    const images = new ImagesPage(page)
    await expect(images.row('con-programas')).toContainText('Creada con éxito')
    await images.open('con-programas')
    await expect(page.getByTestId('image-software')).toContainText('Según el inventario de modelo')
  })
})

test.describe('a computer in Windows', () => {
  test.use({
    deskOptions: {
      lab: {
        announcePauseMs: 250,
        computers: [computer('pc1', 4, { state: 'windows-session', announce: true, layout: 1 })]
      }
    }
  })

  test('runs a script of the library, with what somebody writes for its parameter', async ({ desk }) => {
    const { page, lab } = desk
    const shell = new Shell(page)
    const commands = new CommandsPage(page)
    await expect(new GroupsPage(page).row('pc1')).toContainText('Windows, con sesión')
    await useTheme(desk, 'dark')
    await shell.goTo('Scripts')
    await page.getByRole('button', { name: 'Nuevo script' }).click()
    await page.getByLabel('Nombre', { exact: true }).fill('Saludo')
    await page.getByLabel('Script', { exact: true }).fill('msg * {{texto}}')
    await page.getByLabel('Etiqueta de texto').fill('Qué se dice')
    await look(desk, 'dark', 'script-dialog')
    await page.getByRole('button', { name: 'Guardar' }).click()
    await expect(page.getByTestId('scripts')).toContainText('texto')

    await page.getByRole('button', { name: 'Ejecutar Saludo' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('button', { name: 'Continuar' })).toBeDisabled()
    await dialog.getByRole('combobox', { name: 'En qué equipos' }).fill('Aula Demo')
    await page.getByRole('option', { name: /Aula Demo/ }).click()
    await dialog.getByLabel('Qué se dice').fill('buenos días')
    await dialog.getByRole('button', { name: 'Continuar' }).click()
    await commands.confirm('Ejecutar en 1 equipo')
    await expect(commands.outcome).toContainText('1 de 1')
    expect(lab.computer('pc1').describe().scripts).toMatchObject([
      { door: 'system', script: 'msg * buenos días', inSession: false }
    ])
    await commands
      .row('pc1')
      .getByRole('link', { name: /[Tt]raza/ })
      .first()
      .click()
    await expect(page.getByRole('heading', { name: 'Script', exact: true })).toBeVisible()
    await look(desk, 'dark', 'script-trace')
  })
})
