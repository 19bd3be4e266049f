/** Who did what, and the report for somebody who helps. */
import { readFileSync } from 'node:fs'
import { EditPage } from './pages/edit.ts'
import { Shell } from './pages/shell.ts'
import { look, useTheme } from './support/look.ts'
import { expect, test } from './support/test.ts'

test('a removal stands out in the audit, is found, and can be taken along', async ({ desk }) => {
  const { page } = desk
  const shell = new Shell(page)
  const edit = new EditPage(page)
  await shell.goTo('Grupos')
  await edit.unit('Aula Demo').focus()
  await page.keyboard.press('Delete')
  await edit.finish('Eliminar')
  await expect(edit.unit('Aula Demo')).toHaveCount(0)

  await shell.goTo('Auditoría')
  const removal = page.getByRole('row').filter({ hasText: 'Eliminar unidades o equipos' })
  await expect(removal).toContainText('Aula Demo')
  await expect(removal).toContainText('Hecho')
  await expect(removal.getByRole('img', { name: 'Peligrosa' })).toBeVisible()
  await look(desk, 'light', 'audit')
  await removal.getByRole('button').click()
  await expect(page.getByRole('dialog')).toContainText('Aula Demo')
  await look(desk, 'light', 'audit-details')
  await page.getByRole('dialog').getByRole('button', { name: 'Cerrar' }).click()

  await page.getByLabel('Buscar', { exact: true }).fill('nada de esto')
  await expect(page.getByText('Ninguna anotación coincide con los filtros')).toBeVisible()
  await page.getByLabel('Buscar', { exact: true }).fill('aula demo')
  await expect(removal).toBeVisible()
  await page.getByRole('button', { name: 'Exportar a CSV' }).click()
  await expect(shell.notice('success')).toContainText('ogdesk-audit-')

  await useTheme(desk, 'dark')
  await shell.goTo('Auditoría')
  await look(desk, 'dark', 'audit')
  await removal.getByRole('button').click()
  await look(desk, 'dark', 'audit-details')
})

test('the diagnostic report is copied, and the log is a file of the data folder', async ({ desk }) => {
  const { page } = desk
  const shell = new Shell(page)
  await shell.goTo('Ajustes')
  const report = page.getByRole('button', { name: 'Copiar informe de diagnóstico' })
  await page
    .getByRole('navigation', { name: 'Secciones de los ajustes' })
    .getByText('Diagnóstico', { exact: true })
    .click()
  await expect(report).toBeInViewport()
  await report.click()
  await expect(shell.notice('success')).toContainText('portapapeles')
  await page.getByRole('radio', { name: 'Solo errores' }).check()
  await look(desk, 'light', 'diagnostics')
  await useTheme(desk, 'dark')
  await page.getByRole('radio', { name: 'Solo errores' }).scrollIntoViewIfNeeded()
  await look(desk, 'dark', 'diagnostics')
  expect(readFileSync(`${desk.dataDirectory}/logs/ogdesk.log`, 'utf8')).toContain('console started')
})
