import { CreateImagePage } from '../pages/create-image.ts'
import { GroupsPage } from '../pages/groups.ts'
import { Shell } from '../pages/shell.ts'
import { Desk } from '../support/desk.ts'
import { electronStarter } from '../support/hosts.ts'
import { missingNotificationDaemon, startNotificationDaemon } from '../support/notification-daemon.ts'
import { expect, test } from '../support/test.ts'

const missing = missingNotificationDaemon()

test('a native notification says that the image is ready, and a click on it opens its trace', async () => {
  test.skip(missing !== null && !process.env.CI, missing ?? '')
  const daemon = await startNotificationDaemon()
  const desk = await Desk.open(
    { inventory: true, env: daemon.env, lab: { jobDurationMs: 500 } },
    electronStarter
  )
  try {
    const { page } = desk
    await new GroupsPage(page).row('modelo').getByRole('link', { name: 'Crear imagen desde modelo' }).click()
    await new CreateImagePage(page).create('image-test')
    await expect.poll(daemon.shown).toBe(1)

    await desk.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
    await daemon.click()
    await expect(new Shell(page).heading('Traza 2')).toBeVisible()
    const visible = () =>
      desk.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())
    await expect.poll(visible).toBe(true)
    await expect.poll(daemon.clicked).toEqual([expect.stringContaining('image-test')])
  } finally {
    await desk.dispose()
    daemon.stop()
  }
})
