import { createServer, type Server } from 'node:net'
import { Shell } from './pages/shell.ts'
import { freePort } from './support/desk.ts'
import { expect, test } from './support/test.ts'

const taken = await freePort()

test('where the classrooms must call is shown, with what keeps them from it, and can be tested', async ({
  desk
}) => {
  const shell = new Shell(desk.page)
  await shell.bar.getByTestId('webhook-status').click()
  const reach = desk.page.getByTestId('webhook-reach')
  await expect(reach).toContainText(`https://127.0.0.1:${desk.webhookPort}`)
  await expect(reach.locator('[data-warning=loopback-only]')).toContainText('Solo escucha en 127.0.0.1')
  await reach.getByRole('button', { name: 'Probar' }).click()
  await expect(reach).toContainText('Responde con el certificado de ogDesk')
})

test.describe('a port that another program has', () => {
  let other: Server
  test.use({ deskOptions: { webhookPort: taken } })
  test.beforeEach(async () => {
    other = createServer()
    await new Promise<void>((resolve) => other.listen(taken, '127.0.0.1', resolve))
  })
  test.afterEach(() => void other.close())

  test('is listened on as soon as it is free, and nobody has to do anything', async ({ desk }) => {
    const shell = new Shell(desk.page)
    await expect(shell.webhookBanner).toContainText('ogDesk vuelve a intentarlo por su cuenta')
    await new Promise<void>((resolve) => other.close(() => resolve()))
    await expect(shell.webhookBanner).toBeHidden({ timeout: 30_000 })
    await expect(shell.bar).toContainText(`Avisos: puerto ${taken}`)
  })
})
