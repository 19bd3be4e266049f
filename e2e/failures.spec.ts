import { CreateImagePage } from './pages/create-image.ts'
import { GroupsPage } from './pages/groups.ts'
import { Shell } from './pages/shell.ts'
import { ImagesPage, TracesPage } from './pages/work.ts'
import { expect, test } from './support/test.ts'

test.beforeEach(async ({ desk }) => {
  await new GroupsPage(desk.page)
    .row('modelo')
    .getByRole('link', { name: 'Crear imagen desde modelo' })
    .click()
})

test("an agent's error 500 is told in words, and its own words are a click away", async ({ desk }) => {
  const wizard = new CreateImagePage(desk.page)
  await wizard.fill('image-test')
  await desk.lab.computer('modelo').setFault({ kind: 'error-500', error: 'no space left', requests: 'jobs' })
  await wizard.save.click()
  await expect(wizard.failed).toContainText('ogAgent del equipo modelo')
  await expect(wizard.failed).toContainText('ha respondido con un error: «no space left')
  await expect(wizard.name).toHaveValue('image-test')

  const shell = new Shell(desk.page)
  await shell.goTo('Imágenes')
  await expect(new ImagesPage(desk.page).row('image-test')).toContainText('Error')
  await shell.goTo('Trazas')
  await expect(new TracesPage(desk.page).row('Crear imagen')).toContainText('Error')
  await new TracesPage(desk.page).open(1)
  const showRaw = desk.page.getByRole('button', { name: 'Ver en bruto' }).last()
  await showRaw.click()
  await expect(desk.page.getByRole('main')).toContainText('no space left')
})

test('a computer that refuses the connection is told before and after', async ({ desk }) => {
  const wizard = new CreateImagePage(desk.page)
  await wizard.fill('image-test')
  await desk.lab.computer('modelo').setFault({ kind: 'refuse' })
  await wizard.save.click()
  await expect(wizard.failed).toContainText('modelo (192.168.2.2:8000) rechaza la conexión')
  await desk.page.getByRole('button', { name: 'Volver a comprobar' }).click()
  await expect(wizard.checks).toContainText('rechaza la conexión')
  await expect(wizard.save).toBeDisabled()
})
