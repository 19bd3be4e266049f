import { post } from '../test/support/webhook.ts'
import { Shell } from './pages/shell.ts'
import { look, useTheme } from './support/look.ts'
import { expect, test } from './support/test.ts'

test('what the webhook server takes is explained and changed in Ajustes; what it refused is shown beside its port', async ({
  desk
}) => {
  const { page } = desk
  const shell = new Shell(page)
  const bad = () => post(`https://127.0.0.1:${desk.webhookPort}/nada`, '{}')
  await useTheme(desk, 'light')
  const limits = page.getByRole('heading', { name: 'Límites del servidor de avisos' }).locator('..')
  await limits.scrollIntoViewIfNeeded()
  const rate = limits.getByRole('textbox', { name: 'Avisos por minuto y dirección' })
  await expect(rate).toHaveAccessibleDescription(/500 equipos tras una misma dirección/)
  await look(desk, 'light', 'limits')

  await rate.fill('7')
  await rate.press('Enter')
  await expect(limits).toContainText('Un número entero del 60 al 1000000.')
  await rate.fill('60')
  await rate.press('Enter')
  await expect
    .poll(async () =>
      (await Promise.all(Array.from({ length: 20 }, bad))).some(({ status }) => status === 429)
    )
    .toBe(true)

  await shell.bar.getByRole('button', { name: /Avisos: puerto/ }).click()
  const refused = page.getByTestId('webhook-refusals')
  await expect(refused).toContainText('127.0.0.1')
  await expect(refused).toContainText('demasiados avisos por minuto')
  await look(desk, 'light', 'refusals')
  await page.keyboard.press('Escape')

  await rate.fill('')
  await rate.press('Enter')
  await page.reload()
  await expect(rate).toHaveValue('')
  await useTheme(desk, 'dark')
  await limits.scrollIntoViewIfNeeded()
  await look(desk, 'dark', 'limits')
})

test('in the browser, so are the limits of the user interface; the desktop’s window has none', async ({
  desk,
  host
}) => {
  const { page } = desk
  await useTheme(desk, 'light')
  await page.getByRole('heading', { name: 'Límites del servidor de avisos' }).waitFor()
  const limits = page.getByRole('heading', { name: 'Límites de la interfaz en el navegador' }).locator('..')
  if (host === 'electron') return expect(limits).toHaveCount(0)
  await limits.scrollIntoViewIfNeeded()
  const rate = limits.getByRole('textbox', { name: 'Peticiones por minuto y dirección' })
  await expect(rate).toHaveAccessibleDescription(/Cargar la página entera lleva menos de cien/)
  await look(desk, 'light', 'headless-limits')

  await rate.fill('299')
  await rate.press('Enter')
  await expect(limits).toContainText('Un número entero del 300 al 1000000.')
  await rate.fill('300')
  await rate.press('Enter')
  await expect(rate).toHaveValue('300')
  // Somebody else's requests are counted apart from the page's.
  const stranger = async () => (await fetch(new URL('/', page.url()))).status
  await expect
    .poll(async () => (await Promise.all(Array.from({ length: 50 }, stranger))).includes(429))
    .toBe(true)
  await page.reload()
  await expect(rate).toHaveValue('300')
  await rate.fill('')
  await rate.press('Enter')
  await expect.poll(stranger).toBe(401)
  await useTheme(desk, 'dark')
  await limits.scrollIntoViewIfNeeded()
  await look(desk, 'dark', 'headless-limits')
})
