import { createServer, type Server } from 'node:net'
import { Shell } from './pages/shell.ts'
import { freePort } from './support/desk.ts'
import { expect, test } from './support/test.ts'

let other: Server
const taken = await freePort()
test.use({ deskOptions: { webhookPort: taken } })
test.beforeEach(async () => {
  other = createServer()
  await new Promise<void>((resolve) => other.listen(taken, '127.0.0.1', resolve))
})
test.afterEach(() => void other.close())

test('a port in use is said in the window, and another can be chosen', async ({ desk }) => {
  const shell = new Shell(desk.page)
  await expect(shell.webhookBanner).toContainText(String(taken))
  await expect(shell.bar).toContainText('Avisos: error')
  const free = await freePort()
  await shell.webhookBanner.getByRole('textbox', { name: 'Puerto' }).fill(String(free))
  await shell.webhookBanner.getByRole('button', { name: 'Usar este puerto' }).click()
  await expect(shell.webhookBanner).toBeHidden()
  await expect(shell.bar).toContainText(`Avisos: puerto ${free}`)
})
