import { CreateImagePage } from './pages/create-image.ts'
import { GroupsPage } from './pages/groups.ts'
import { Shell } from './pages/shell.ts'
import { released } from './support/lab.ts'
import { expect, test } from './support/test.ts'

test.use({ deskOptions: { lab: { jobDurationMs: 4000 } } })

test('the drawer follows a job from its first percent to its end', async ({ desk }) => {
  // The end waits for the test, so that no machine is too slow to see what comes before it.
  await desk.lab.computer('modelo').setFault({ kind: 'late', webhooks: 'result' })
  await new GroupsPage(desk.page)
    .row('modelo')
    .getByRole('link', { name: 'Crear imagen desde modelo' })
    .click()
  await new CreateImagePage(desk.page).create('image-test')
  const shell = new Shell(desk.page)
  await expect(shell.bell).toHaveAccessibleName(/1 en curso/)
  await shell.openDrawer()

  const running = shell.jobs('En marcha')
  await expect(running).toHaveCount(1)
  await expect(running).toContainText('Crear imagen')
  const bar = running.getByRole('progressbar')
  const percent = async () => Number(await bar.getAttribute('aria-valuenow'))
  await expect.poll(percent).toBeGreaterThan(5)
  await expect.poll(percent).toBe(100)
  await released(desk.lab.computer('modelo'))
  await expect(running).toContainText('Crear ficheros auxiliares')

  await expect(shell.jobs('Últimas finalizadas')).toHaveCount(2)
  await expect(running).toHaveCount(0)
  await shell.jobs('Últimas finalizadas').first().getByRole('link').click()
  await expect(shell.heading(/^Traza \d$/)).toBeVisible()
})
