/** A disk without room: said in words for as long as it lasts, and over without a restart. */
import { request } from 'node:https'
import { mountSmallDisk, whyNoSmallDisk, type MountedDisk } from '../scripts/lib/small-disk.ts'
import { EditPage } from './pages/edit.ts'
import { Shell } from './pages/shell.ts'
import { look } from './support/look.ts'
import { expect, test as base } from './support/test.ts'

const MEGABYTES = 64
/** What is left in the files that the database has already: so many at most, each time smaller. */
const PADDINGS = [200_000, 20_000, 2_000, 200]
const MOST = 300
const FULL = 507

const missing = whyNoSmallDisk()

/** The desk's data lies on a disk that the test fills, which is gone after it in any case. */
const test = base.extend<{ disk: MountedDisk }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright wants the pattern
  disk: async ({}, use) => {
    const disk = mountSmallDisk(MEGABYTES)
    try {
      await use(disk)
    } finally {
      disk.unmount()
    }
  },
  deskOptions: ({ disk }, use) => use({ dataDirectory: `${disk.folder}/data` })
})

// No package gives a machine the right to mount; `test/main/storage.test.ts` has SQLite's own limit besides.
if (missing !== null) console.log(`Skipped: the full disk in the window: ${missing}`)
test.skip(missing !== null, missing ?? '')

/** Sends what an agent might, and resolves with what the console answers. */
function post(port: number, path: string, body: object): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' }
    const options = { method: 'POST', rejectUnauthorized: false, agent: false, headers }
    const call = request(`https://127.0.0.1:${port}${path}`, options, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    call.on('error', reject)
    call.end(JSON.stringify(body))
  })
}

/** Takes all the room, also that in the database's own files. */
async function fillDisk(disk: MountedDisk, webhookPort: number): Promise<void> {
  disk.fill()
  for (const padding of PADDINGS) {
    let status: number | undefined
    for (let sent = 0; status !== FULL; sent++) {
      expect(sent, 'webhooks that still found room').toBeLessThan(MOST)
      const body = { job_id: `of-nobody-${padding}-${sent}`, progress: 0.5, padding: 'x'.repeat(padding) }
      status = await post(webhookPort, '/opengnsys/rest/clients/status/webhook', body)
    }
  }
}

test('what finds no room is told and not kept; with room again the same is done', async ({ desk, disk }) => {
  const { page } = desk
  const shell = new Shell(page)
  const edit = new EditPage(page)
  const banner = page.getByRole('alert').filter({ hasText: 'La consola no puede guardar nada' })
  await shell.goTo('Grupos')
  await expect(edit.unit('Aula Demo')).toBeVisible()
  await expect(banner).toBeHidden()

  await fillDisk(disk, desk.webhookPort)
  await edit.createNew(/Centro/)
  await edit.write({ Nombre: 'Centro Nuevo' })
  await edit.button('Crear').click()
  await expect(edit.dialog.getByRole('alert')).toContainText('No hay espacio en el disco')
  await expect(edit.dialog.getByRole('alert')).toContainText(desk.dataDirectory)
  await expect(banner).toContainText('La consola sigue por sí sola')
  await look(desk, 'light', 'full-disk')
  await expect(edit.unit('Centro Nuevo')).toHaveCount(0)

  disk.free()
  await expect(banner).toBeHidden()
  await edit.finish('Crear')
  await expect(edit.unit('Centro Nuevo')).toBeVisible()
})
