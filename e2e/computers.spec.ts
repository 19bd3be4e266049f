/** A campus of 600 computers: picked across classrooms, sorted, gone through with the keyboard. */
import { campus } from '../scripts/lib/campus.ts'
import { ComputersPage } from './pages/computers.ts'
import { GroupsPage } from './pages/groups.ts'
import { Shell } from './pages/shell.ts'
import type { Desk } from './support/desk.ts'
import { expect, test } from './support/test.ts'
import { chooseEntry } from './pages/menu.ts'

test.use({ deskOptions: { inventory: campus(600) } })

async function openCampus({ page }: Desk): Promise<ComputersPage> {
  const computers = new ComputersPage(page)
  await expect(computers.row('aula01-pc01')).toBeVisible()
  return computers
}

test('what is picked in two classrooms stays picked, and moves together and back', async ({ desk }) => {
  const { page } = desk
  const computers = await openCampus(desk)
  const groups = new GroupsPage(page)
  const shell = new Shell(page)

  await computers.box('aula01-pc02').click()
  await computers.box('aula01-pc04').click({ modifiers: ['Shift'] })
  await expect(computers.selection).toContainText('3 equipos seleccionados de 1 aula')

  await groups.chooseUnit('Aula 2,')
  await computers.row('aula02-pc01').focus()
  for (const key of ['ArrowDown', 'Space', 'Shift+ArrowDown']) await page.keyboard.press(key)
  await expect(computers.selection).toContainText('5 equipos seleccionados de 2 aulas')
  await expect(computers.row('aula02-pc03')).toBeFocused()
  await expect(computers.row('aula02-pc03')).toHaveAttribute('aria-selected', 'true')

  // To the computer's page and to another section; back, they are still picked.
  await page.keyboard.press('Enter')
  await expect(shell.heading('aula02-pc03')).toBeFocused()
  await shell.goTo('Trazas')
  await expect(shell.heading(/^Trazas/)).toBeFocused()
  await shell.goTo('Grupos')
  await expect(computers.box('aula01-pc03')).toBeChecked()

  await computers.selection.getByRole('link', { name: 'Ver solo los seleccionados' }).click()
  await expect(shell.heading('Equipos seleccionados')).toBeFocused()
  await expect(computers.rows).toHaveCount(5)
  await computers.selection.getByRole('button', { name: /seleccionados/ }).click()
  await page.getByRole('button', { name: 'Quitar aula01-pc04 de la selección' }).click()
  await page.keyboard.press('Escape')
  await expect(computers.rows).toHaveCount(4)

  await computers.selection.getByRole('button', { name: 'Mover…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Mover 4 equipos' })
  await dialog.getByRole('radio', { name: 'Aula 60' }).check()
  await dialog.getByRole('button', { name: 'Mover' }).click()
  await expect(computers.row('aula02-pc03')).toContainText('Aula 60')
  await expect(computers.selection).toContainText('4 equipos seleccionados de 1 aula')
  await shell.notice('success').getByRole('button', { name: 'Deshacer' }).click()
  await expect(computers.row('aula02-pc03')).toContainText('Aula 2')
  await expect(computers.selection).toContainText('4 equipos seleccionados de 2 aulas')
})

test('a long list: few of them are in the page, and keys reach all', async ({ desk }) => {
  const { page } = desk
  const computers = await openCampus(desk)
  await new GroupsPage(page).chooseUnit('Campus')
  await expect(computers.list).toHaveAttribute('aria-rowcount', '601')
  expect(await computers.rows.count()).toBeLessThan(40)

  // As numbers: 127.1.9.42 comes before 127.1.10.10, which the letters would have first.
  await computers.sortBy('IP')
  await page.getByTestId('filter-ip').getByRole('textbox').fill('127.1.')
  await page.getByTestId('filter-name').getByRole('textbox').fill('pc01')
  const addresses = () => computers.rows.locator('[data-text]').allInnerTexts()
  await expect
    .poll(async () => (await addresses()).filter((text) => text.startsWith('127.1.')).length)
    .toBeGreaterThan(10)
  const shown = (await addresses()).filter((text) => text.endsWith('.10'))
  expect(shown.slice(8, 11)).toEqual(['127.1.8.10', '127.1.9.10', '127.1.10.10'])
  await page.getByRole('button', { name: 'Reiniciar filtros' }).click()
  await expect(computers.list).toHaveAttribute('aria-rowcount', '601')

  // The row with the focus stays, however far away one scrolls.
  await computers.row('aula01-pc01').focus()
  await page.keyboard.press('End')
  await expect(computers.row('aula60-pc10')).toBeFocused()
  await computers.list.evaluate((list) => list.scrollTo(0, 0))
  await expect(computers.row('aula01-pc01')).toBeVisible()
  await page.keyboard.press('ArrowUp')
  await expect(computers.row('aula60-pc09')).toBeFocused()
  await expect(computers.row('aula60-pc09')).toBeInViewport()

  await page.keyboard.press('Control+a')
  await expect(computers.selection).toContainText('600 equipos seleccionados de 60 aulas')
  await page.keyboard.press('Shift+?')
  const help = page.getByRole('dialog', { name: 'Atajos de teclado' })
  await expect(help).toContainText('Seleccionar todos los que se muestran')
  await page.keyboard.press('Escape')
  await expect(help).toBeHidden()
  await expect(computers.row('aula60-pc09')).toBeFocused()
  // That Escape was the dialog's.
  await expect(computers.selection).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(computers.selection).toBeHidden()

  await page.keyboard.press('Shift+F10')
  await chooseEntry(page, 'Editar…')
  const form = page.getByRole('dialog')
  await expect(form).toContainText('aula60-pc09')
  await page.keyboard.press('Escape')
  await expect(computers.row('aula60-pc09')).toBeFocused()
})
