import { open } from 'node:fs/promises'
import type { LabComputer } from '../lab/lab.ts'
import { ClientPage } from './pages/client.ts'
import { DisksPage } from './pages/disks.ts'
import { GroupsPage } from './pages/groups.ts'
import { Shell } from './pages/shell.ts'
import type { Desk } from './support/desk.ts'
import { look, useTheme } from './support/look.ts'
import { expect, test } from './support/test.ts'
import { chooseEntry } from './pages/menu.ts'

test.use({ deskOptions: { lab: { computers: 6 } } })

/** Opens the editor for all of the centre, on the disks of pc1 and pc5. */
async function edit({ page }: Desk): Promise<DisksPage> {
  await new GroupsPage(page).chooseUnit('Centro Demo')
  await page.getByRole('main').getByRole('button', { name: 'Comandos' }).first().click()
  await chooseEntry(page, 'Particionar y formatear')
  const disks = new DisksPage(page)
  await disks.choose('Discos iguales', '2 equipos · GPT, 500 GB')
  await expect(page.getByTestId('out-others')).toContainText('pc2')
  return disks
}

/** The bytes of a partition, from the disk's file. */
async function bytesOf(computer: LabComputer, number: number): Promise<Buffer> {
  const [disk] = computer.describe().disks
  const partition = disk!.partitions.find((own) => own.partition === number)!
  const file = await open(computer.diskFile)
  try {
    const bytes = Buffer.alloc(partition.fileBytes)
    await file.read(bytes, 0, bytes.length, partition.fileOffset)
    return bytes
  } finally {
    await file.close()
  }
}

test('two computers get a new table, and what is kept stays as it is', async ({ desk }) => {
  const { lab, page } = desk
  const computers = [lab.computer('pc1'), lab.computer('pc5')]
  for (const computer of computers) await computer.setState('og-live')
  const before = await Promise.all(computers.map((computer) => bytesOf(computer, 2)))
  const disks = await edit(desk)
  await expect(disks.proceed).toBeDisabled()

  await disks.border(3).focus()
  for (const _ of Array(4)) await page.keyboard.press('ArrowLeft')
  await expect(disks.border(3)).toHaveAttribute('aria-valuetext', '4 GB, se formatea')
  await page.getByRole('button', { name: 'Añadir partición' }).click()
  await expect(disks.size(4)).toHaveValue('4')
  await expect(disks.outcome).toHaveText([
    'Se formateará p3 (LINUX-SWAP, 8 GB) como LINUX-SWAP, 4 GB: se pierden sus datos.',
    'Se conserva p1 (FAT32, 512 MB).',
    /^Se conserva p2 \(EXT4, 491 GB, Ubuntu 24\.04 LTS\)\.$/,
    'Se creará p4 (EXT4, 4 GB).'
  ])
  await page.getByRole('button', { name: 'Ver el cfg' }).click()
  await expect(disks.cfg).toContainText('par=2*cpt=LINUX*sfi=EXT4*tam=515373056*ope=0%')

  await disks.proceed.click()
  const dialog = page.getByRole('dialog')
  const confirm = dialog.getByRole('button', { name: 'Particionar 2 equipos' })
  await expect(dialog.getByTestId('command-targets')).toContainText('Participan (2)')
  await expect(confirm).toBeDisabled()
  await dialog.getByRole('checkbox', { name: 'Entiendo que se perderán los datos de 2 equipos' }).check()
  await confirm.click()
  await expect(page.getByRole('button', { name: 'Finalizado con éxito 2' })).toBeVisible()

  for (const [index, computer] of computers.entries()) {
    const [disk] = computer.describe().disks
    expect(disk!.partitions.map(({ code, sizeKb }) => [code, Math.round(sizeKb / 1024)])).toEqual([
      ['ef00', 512],
      ['8300', 503_294],
      ['8200', 4096],
      ['8300', 4096]
    ])
    expect(before[index]!.equals(await bytesOf(computer, 2))).toBe(true)
  }

  await new Shell(page).goTo('Grupos')
  const groups = new GroupsPage(page)
  await groups.showAs('tabla')
  await groups.openComputer('pc5')
  await expect(new ClientPage(page).partition(1, 4)).toContainText('EXT4')
  const history = page.getByTestId('partition-history').getByRole('listitem').first()
  await expect(history).toContainText('Partición 4: nueva (EXT4, 4 GB)')
  await expect(history).toContainText('Partición 3: 8 GB → 4 GB')
})

test('nothing is lost that does not show, and everything can be taken back', async ({ desk }) => {
  const { page } = desk
  const disks = await edit(desk)
  // The same computers are there after the way out and back.
  await page.goBack()
  await expect(new GroupsPage(page).row('pc3')).toBeVisible()
  await page.goForward()
  await expect(page.getByText('Centro Demo · 6 equipos')).toBeVisible()
  await page.reload()
  await expect(page.getByText('Centro Demo · 6 equipos')).toBeVisible()
  await disks.choose('Discos iguales', '2 equipos · GPT, 500 GB')

  // The next one gives way, and both are marked, with the reason.
  await disks.size(1).fill('1024')
  await disks.size(1).press('Enter')
  await expect(disks.format(2)).toBeChecked()
  await expect(disks.format(2)).toBeDisabled()
  await expect(disks.format(3)).not.toBeChecked()
  await expect(page.getByTestId('plan-2')).toContainText('cambia de tamaño')
  await look(desk, 'light', 'partitioning')

  // Both find out by dragging, too; Escape leaves it as it was.
  const border = (await disks.border(2).boundingBox())!
  await page.mouse.move(border.x + border.width / 2, border.y + border.height / 2)
  await page.mouse.down()
  await page.mouse.move(border.x - 200, border.y + 20, { steps: 4 })
  await expect(disks.format(3)).toBeChecked()
  await page.keyboard.press('Escape')
  await expect(disks.format(3)).not.toBeChecked()
  await page.mouse.up()

  await disks.border(2).focus()
  await page.keyboard.press('Control+z')
  await expect(disks.format(2)).not.toBeChecked()
  await expect(disks.problems).toContainText('No ha cambiado nada')

  // A table that the order cannot name is refused, with what would help.
  await disks.choose('Tabla de particiones', 'MSDOS')
  await expect(disks.problems).toContainText('No se puede pedir al equipo que cambie a una tabla MSDOS')
  await expect(disks.proceed).toBeDisabled()
  await page.getByRole('button', { name: 'Plantillas' }).click()
  await chooseEntry(page, /^Windows \+ Linux/)
  await expect(disks.problems).toHaveText(['La tabla es correcta.'])
  await expect(disks.outcome.first()).toHaveText(/^Se formateará p1 .*: se pierden sus datos\.$/)
  await expect(disks.proceed).toBeEnabled()

  await useTheme(desk, 'dark')
  await new Shell(page).goTo('Grupos')
  await edit(desk)
  await look(desk, 'dark', 'partitioning')
})
