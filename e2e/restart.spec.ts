import { CreateImagePage } from './pages/create-image.ts'
import { GroupsPage } from './pages/groups.ts'
import { Shell } from './pages/shell.ts'
import { ImagesPage } from './pages/work.ts'
import { md5sum } from './support/files.ts'
import { expect, test } from './support/test.ts'

test.use({ deskOptions: { lab: { jobDurationMs: 6000 } } })

test('a console that dies half way goes on with the job when it comes back', async ({ desk }) => {
  await new GroupsPage(desk.page)
    .row('modelo')
    .getByRole('link', { name: 'Crear imagen desde modelo' })
    .click()
  await new CreateImagePage(desk.page).create('image-test')
  const before = new ImagesPage(desk.page)
  await expect(before.row('image-test')).toContainText('En progreso')
  await desk.kill()

  await desk.start()
  await new Shell(desk.page).goTo('Imágenes')
  const after = new ImagesPage(desk.page)
  await expect(after.row('image-test')).toContainText('Creada con éxito', { timeout: 40_000 })
  await expect(after.row('image-test')).toContainText(md5sum(desk.repositoryFile('image-test.img')))
})
