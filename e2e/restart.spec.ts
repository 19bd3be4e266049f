import { CreateImagePage } from './pages/create-image.ts'
import { GroupsPage } from './pages/groups.ts'
import { Shell } from './pages/shell.ts'
import { ImagesPage } from './pages/work.ts'
import { md5sum } from './support/files.ts'
import { released } from './support/lab.ts'
import { expect, test } from './support/test.ts'

test.use({ deskOptions: { lab: { jobDurationMs: 3000 } } })

test('a console that dies half way goes on with the job when it comes back', async ({ desk }) => {
  // An agent sends its result once: it must find the console back, however slow the machine.
  const modelo = desk.lab.computer('modelo')
  await modelo.setFault({ kind: 'late', webhooks: 'result' })
  await new GroupsPage(desk.page)
    .row('modelo')
    .getByRole('link', { name: 'Crear imagen desde modelo' })
    .click()
  await new CreateImagePage(desk.page).create('image-test')
  const before = new ImagesPage(desk.page)
  await expect(before.row('image-test')).toContainText('En progreso')
  await desk.kill()

  await desk.start()
  await expect(desk.page.getByTestId('webhook-status')).toHaveAttribute('data-state', 'listening')
  await released(modelo)
  await new Shell(desk.page).goTo('Imágenes')
  const after = new ImagesPage(desk.page)
  await expect(after.row('image-test')).toContainText('Creada con éxito')
  await expect(after.row('image-test')).toContainText(md5sum(desk.repositoryFile('image-test.img')))
})
