/** Every view, light and dark: no accessibility violation that matters, and a picture of it to look at. */
import { CreateImagePage } from './pages/create-image.ts'
import { GroupsPage } from './pages/groups.ts'
import { PlanPage } from './pages/plan.ts'
import { Shell } from './pages/shell.ts'
import { ImagesPage, TracesPage } from './pages/work.ts'
import { released } from './support/lab.ts'
import { look, useTheme } from './support/look.ts'
import { expect, test } from './support/test.ts'

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in the ${theme} theme`, () => {
    test.describe('without an inventory', () => {
      test.use({ deskOptions: { inventory: false } })

      test('the empty views', async ({ desk }) => {
        const shell = new Shell(desk.page)
        await useTheme(desk, theme)
        await shell.goTo('Grupos')
        await expect(new GroupsPage(desk.page).empty).toBeVisible()
        await look(desk, theme, 'empty-groups')
        for (const [section, view, title] of [
          ['Imágenes', 'empty-images', 'Todavía no hay imágenes'],
          ['Trazas', 'empty-traces', 'Todavía no hay trazas'],
          ['Repositorios', 'empty-repositories', 'Todavía no hay repositorios']
        ] as const) {
          await shell.goTo(section)
          await expect(desk.page.getByRole('main').getByText(title)).toBeVisible()
          await look(desk, theme, view)
        }
      })
    })

    test.describe('with a classroom', () => {
      test.use({ deskOptions: { lab: { computers: 4, jobDurationMs: 1500 } } })

      test('the views of the classroom', async ({ desk }) => {
        const { page } = desk
        const shell = new Shell(page)
        const groups = new GroupsPage(page)
        await useTheme(desk, theme)
        await look(desk, theme, 'settings')
        await shell.goTo('Grupos')
        await groups.chooseUnit('Aula Demo')
        await expect(groups.row('pc3')).toContainText('ogLive')
        await look(desk, theme, 'groups-table')
        await groups.showAs('tarjetas')
        await expect(page.getByRole('columnheader', { name: 'Nombre' })).toBeHidden()
        await expect(page.getByRole('link', { name: 'modelo', exact: true })).toBeVisible()
        await look(desk, theme, 'groups-cards')
        await groups.showAs('plano')
        const plan = new PlanPage(page)
        await expect(plan.computer('pc3')).toContainText('ogLive')
        await look(desk, theme, 'groups-plan')
        await plan.edit.click()
        await plan.drag(plan.computer('pc3'), plan.tray)
        await expect(plan.tray.getByRole('button', { name: /^Coger pc3/ })).toBeVisible()
        await look(desk, theme, 'groups-plan-edit')
        await groups.showAs('tabla')
        await groups.openComputer('modelo')
        await expect(page.getByRole('img', { name: /^Reparto del disco 1/ })).toBeVisible()
        await look(desk, theme, 'client')
        await page.getByRole('button', { name: 'Comandos', exact: true }).click()
        await expect(page.getByRole('menuitem', { name: 'Crear imagen' })).toBeVisible()
        await look(desk, theme, 'client-commands')
        await page.keyboard.press('Escape')
        await shell.goTo('Subredes')
        await expect(page.getByRole('row').filter({ hasText: '192.168.2.0' })).toBeVisible()
        await look(desk, theme, 'subnets')
        await shell.goTo('Repositorios')
        await page.getByRole('button', { name: 'Comprobar Repositorio 1' }).click()
        await expect(page.getByRole('row').filter({ hasText: 'Repositorio 1' })).toContainText('Responde')
        await look(desk, theme, 'repositories')
      })

      test('the views of the work', async ({ desk }) => {
        const { page } = desk
        const shell = new Shell(page)
        const wizard = new CreateImagePage(page)
        await useTheme(desk, theme)
        await shell.goTo('Grupos')
        await new GroupsPage(page)
          .row('modelo')
          .getByRole('link', { name: 'Crear imagen desde modelo' })
          .click()
        await expect(wizard.save).toBeDisabled()
        await wizard.fill('image-test')
        await look(desk, theme, 'create-image')

        await desk.lab.computer('modelo').setFault({ kind: 'error-500', requests: 'jobs' })
        await wizard.save.click()
        await expect(wizard.failed).toBeVisible()
        await look(desk, theme, 'create-image-failed')
        // The result waits until its views have been looked at.
        await desk.lab.computer('modelo').setFault({ kind: 'late', webhooks: 'result' })
        await wizard.failed.getByRole('button', { name: 'Reintentar' }).click()

        const images = new ImagesPage(page)
        await expect(images.row('image-test')).toContainText('En progreso')
        await look(desk, theme, 'images-running')
        await shell.openDrawer()
        await expect(shell.jobs('En marcha')).toHaveCount(1)
        await look(desk, theme, 'drawer-running')
        await released(desk.lab.computer('modelo'))
        await expect(shell.jobs('En marcha')).toHaveCount(0)
        await look(desk, theme, 'drawer')
        await page.keyboard.press('Escape')
        await expect(images.row('image-test')).toContainText('Creada con éxito')
        await look(desk, theme, 'images')
        await images.open('image-test')
        await expect(shell.heading('Imagen image-test')).toBeVisible()
        await look(desk, theme, 'image')
        await shell.goTo('Trazas')
        const traces = new TracesPage(page)
        await expect(traces.rows).toHaveCount(3)
        await look(desk, theme, 'traces')
        await traces.open(2)
        await expect(shell.heading('Traza 2')).toBeVisible()
        await look(desk, theme, 'trace')
      })
    })
  })
}
