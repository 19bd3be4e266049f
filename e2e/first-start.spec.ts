import { GroupsPage } from './pages/groups.ts'
import { expect, test } from './support/test.ts'

test.use({ deskOptions: { inventory: false } })

test('a first start says what to do, and the example can be loaded', async ({ desk }) => {
  const groups = new GroupsPage(desk.page)
  await expect(groups.empty).toBeVisible()
  await groups.loadExample.click()
  await groups.chooseUnit('Aula Demo')
  await expect(groups.row('modelo')).toContainText('08:00:27:4F:BE:38')
  await expect(groups.row('pc1')).toContainText('192.168.2.3')
})
