/** The README's picture: `npm run docs:screenshot`. */
import { join } from 'node:path'
import { ROOT } from '../../scripts/lib/project.ts'
import type { LabComputerOptions, LabState } from '../../lab/types.ts'
import { seedComputers } from '../../lab/seed.ts'
import { CreateImagePage } from '../pages/create-image.ts'
import { GroupsPage } from '../pages/groups.ts'
import { Shell } from '../pages/shell.ts'
import { expect, test } from '../support/test.ts'

/** A classroom in the middle of a morning; nobody answers where one is off. */
const STATES: readonly LabState[] = [
  'og-live',
  ...Array<LabState>(6).fill('windows-session'),
  'linux-session',
  'off',
  ...Array<LabState>(3).fill('linux-session'),
  'windows',
  'windows-session',
  'windows-session',
  'off',
  'og-live',
  'linux'
]
const computers = seedComputers(STATES.length).map((computer, index): LabComputerOptions => {
  const state = STATES[index]!
  return state === 'off'
    ? { ...computer, state: 'og-live', fault: { kind: 'hang' } }
    : { ...computer, state, announce: true }
})

test.use({ deskOptions: { webhookPort: 8443, lab: { computers, strangers: 2, jobDurationMs: 30_000 } } })

test('a classroom on its plan, while an image is being made', async ({ desk }) => {
  const { page } = desk
  const groups = new GroupsPage(page)
  await groups.row('modelo').getByRole('link', { name: 'Crear imagen desde modelo' }).click()
  await new CreateImagePage(page).create('ubuntu-24-04')
  await new Shell(page).goTo('Grupos')
  await groups.chooseUnit('Aula Demo')
  await groups.showAs('plano')
  const model = page.getByRole('gridcell', { name: /^modelo,/ })
  await expect(model).toContainText('Crear imagen')
  await expect(page.getByRole('gridcell', { name: /, Apagado,/ })).toHaveCount(2)
  await expect(page.locator('[data-kind]')).toHaveCount(0)
  await page.mouse.move(0, 0)
  await page.screenshot({ path: join(ROOT, 'docs', 'screenshot.png'), animations: 'disabled' })
})
