import { request } from 'node:https'
import type { Page } from '@playwright/test'
import { makeAuthority } from '../lab/certificates.ts'
import { Shell } from './pages/shell.ts'
import { look, useTheme } from './support/look.ts'
import { expect, test } from './support/test.ts'

const authority = await makeAuthority('CA de la Facultad')
const certificate = await authority.issue('Consola del aula', ['127.0.0.1'])

async function openSettings(page: Page) {
  await new Shell(page).goTo('Ajustes')
  const trust = page.getByTestId('trust')
  await expect(trust.getByRole('region', { name: 'Token del centro' })).toBeVisible()
  return trust
}

const checkRepository = (page: Page) =>
  page
    .getByRole('button', { name: /^Comprobar / })
    .first()
    .click()

/** Says that an agent has stopped, as one that sends the token does. */
function report(port: number, authorization?: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const call = request(
      {
        host: '127.0.0.1',
        port,
        method: 'POST',
        path: '/opengnsys/rest/ogagent/stopped',
        rejectUnauthorized: false,
        agent: false,
        headers: { 'content-type': 'application/json', ...(authorization && { authorization }) }
      },
      (response) => {
        response.resume()
        resolve(response.statusCode)
      }
    )
    call.on('error', reject)
    call.end('{}')
  })
}

test('a token is made, shown once and asked for; who has none is refused, and shown with its reason', async ({
  desk
}) => {
  const { page } = desk
  const trust = await openSettings(page)
  const token = trust.getByRole('region', { name: 'Token del centro' })
  await token.getByRole('button', { name: 'Generar un token' }).click()
  const value = (await token.getByTestId('site-token').innerText()).trim()
  expect(value).toMatch(/^[\w-]{43}$/)
  await token.getByRole('radio', { name: 'Siempre, a todos' }).click()
  await expect(token.getByText('«sin respuesta»')).toBeVisible()
  expect(await report(desk.webhookPort)).toBe(401)
  expect(await report(desk.webhookPort, 'Bearer otro')).toBe(401)
  expect(await report(desk.webhookPort, `Bearer ${value}`)).toBe(200)
  await expect(token.getByText('Avisos rechazados por el token: 2.')).toBeVisible()
  await look(desk, 'light', 'trust-token')

  await new Shell(page).goTo('Trazas')
  const unheeded = page.getByTestId('unheeded')
  await unheeded.getByRole('button', { name: 'Avisos sin efecto' }).click()
  await expect(unheeded.getByRole('row', { name: 'El token no es el del centro.' })).toContainText(
    '127.0.0.1'
  )
  await expect(unheeded.getByRole('row', { name: 'Falta el token del centro' })).toBeVisible()
  await look(desk, 'light', 'unheeded')
})

test('a repository that shows another certificate: nothing is sent, both are shown, and somebody decides', async ({
  desk
}) => {
  const { page } = desk
  const { repository } = desk.lab
  const state = page.getByTestId('repository-check')
  await new Shell(page).goTo('Repositorios')
  await checkRepository(page)
  await expect(state).toHaveText('Responde')
  const known = repository.certificate.sha256
  const other = await authority.issue('Otro repositorio', [repository.ip])
  repository.setCertificate(other)
  const asked = repository.requests.length
  await checkRepository(page)
  await expect(state).toHaveText('No responde bien')
  await page.getByRole('button', { name: 'Confiar en el nuevo certificado' }).click()
  const dialog = page.getByRole('dialog', { name: /Confiar en el nuevo certificado/ })
  await expect(dialog).toContainText(known)
  await expect(dialog).toContainText(other.sha256)
  await look(desk, 'light', 'certificate-changed-dialog')
  await dialog.getByRole('button', { name: 'Cancelar' }).click()
  await look(desk, 'light', 'certificate-changed')
  expect(repository.requests).toHaveLength(asked)

  await page.getByRole('button', { name: 'Confiar en el nuevo certificado' }).click()
  await dialog.getByRole('button', { name: 'Confiar en el nuevo certificado' }).click()
  await expect(state).toHaveText('Responde')
  await expect(page.getByRole('cell', { name: other.sha256 })).toBeVisible()
})

test.describe('a site with an authority of its own', () => {
  test.use({ deskOptions: { lab: { authority } } })

  test('what is no certificate is said and changes nothing; the authority and the server’s certificate come and go', async ({
    desk
  }) => {
    const { page } = desk
    await useTheme(desk, 'dark')
    const trust = await openSettings(page)
    const ca = trust.getByRole('region', { name: 'CA del centro' })
    await ca.getByRole('button', { name: 'Añadir o cambiar…' }).click()
    const field = ca.getByRole('textbox', { name: 'Certificado de la CA (PEM)' })
    await field.fill('no es un certificado')
    await ca.getByRole('button', { name: 'Guardar' }).click()
    await expect(ca.getByText('no hay ningún certificado en formato PEM')).toBeVisible()
    await expect(field).toHaveValue('no es un certificado')
    await field.fill(authority.certificate.cert)
    await ca.getByRole('button', { name: 'Guardar' }).click()
    await expect(ca.getByText(authority.certificate.sha256)).toBeVisible()

    const server = trust.getByRole('region', { name: 'Certificado del servidor de avisos' })
    await server.getByRole('button', { name: 'Usar uno del centro' }).click()
    await server.getByRole('textbox', { name: 'Certificado y su cadena (PEM)' }).fill(certificate.cert)
    await server.getByRole('textbox', { name: 'Clave privada (PEM)' }).fill(certificate.key)
    await server.getByRole('button', { name: 'Guardar' }).click()
    await expect(server.getByText(certificate.sha256)).toBeVisible()
    await look(desk, 'dark', 'trust-server')
    await server.getByRole('button', { name: 'Volver al propio' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Volver al propio' }).click()
    await expect(server.getByText(certificate.sha256)).toBeHidden()
    await expect(server.getByText('Se renueva solo antes de caducar.')).toBeVisible()

    await new Shell(page).goTo('Repositorios')
    await checkRepository(page)
    await expect(page.getByTestId('repository-check')).toHaveText('Responde')
    await expect(page.getByRole('cell', { name: 'CA del centro' })).toBeVisible()
  })
})
