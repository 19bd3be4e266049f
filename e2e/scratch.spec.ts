import { ImportPage } from './pages/imports.ts'
import { GroupsPage } from './pages/groups.ts'
import { test } from './support/test.ts'
import { mkdirSync } from 'node:fs'
mkdirSync('/tmp/shots-imports', { recursive: true })
const shot = (n: string) => ({ path: `/tmp/shots-imports/${n}.png` })
const big = (n: number) => 'Nombre;MAC;IP;Centro;Aula;Nº de serie\n' + Array.from({ length: n }, (_, i) => `pc${String(i).padStart(4, '0')};0A:00:27:${[i >> 16, (i >> 8) & 255, i & 255].map((b) => b.toString(16).padStart(2, '0')).join(':')};10.${1 + (i >> 16)}.${(i >> 8) & 255}.${i & 255};Centro Demo;Aula ${1 + Math.floor(i / 25)};S${i}`).join('\n')
test('pictures', async ({ desk }) => {
  const { page } = desk
  await page.setViewportSize({ width: 1280, height: 800 })
  const imports = new ImportPage(page)
  await new GroupsPage(page).chooseUnit('Aula Demo')
  await page.screenshot(shot('0-groups'))
  await imports.open()
  await page.screenshot(shot('1-source'))
  await imports.paste(`subnet 192.168.2.0 netmask 255.255.255.0 { option routers 192.168.2.1; }
host pc11 { hardware ethernet 08:00:27:00:00:11; fixed-address 192.168.2.11; }
host pc12 { hardware ethernet 08:00:27:00:00:12; fixed-address 192.168.2.12; }
host pc13 { hardware ethernet 08:00:27:00:00:zz; fixed-address 192.168.2.13; }
host pc14 { hardware ethernet 08:00:27:00:00:14; fixed-address 192.168.2.12; }
host pc15 { hardware ethernet 08:00:27:00:00:15; fixed-address 192.168.2.3; }
host pc16 { hardware ethernet 08:00:27:00:00:16; fixed-address 10.7.7.7; }
host profesor { hardware ethernet 08:00:27:4F:BE:38; fixed-address 192.168.2.2; }
`)
  await imports.row('profesor').click()
  await page.screenshot(shot('2-preview'))
  await imports.row('pc13').click()
  await page.screenshot(shot('3-error'))
  await page.getByTestId('import-target').click()
  await page.screenshot(shot('4-target'))
  await page.getByRole('option', { name: 'Crear un aula' }).click()
  await page.screenshot(shot('5-new'))
  await page.getByLabel('Nombre del aula').fill('Aula Nueva')
  await page.getByRole('button', { name: 'Usar esta aula' }).click()
  await page.waitForTimeout(500)
  await page.screenshot(shot('6-newtarget'))
  await imports.apply.click()
  await page.getByRole('heading', { name: 'Importación terminada' }).waitFor()
  await page.screenshot(shot('7-done'))
  await page.getByRole('button', { name: 'Importar otro archivo' }).click()
  for (const n of [5000, 20000]) {
    const t0 = Date.now()
    await imports.chooseFile('grande.csv', big(n))
    const t1 = Date.now()
    console.log(n, 'preview shown after', t1 - t0)
    const frames = await page.evaluate(async () => {
      const box = document.querySelector('[data-testid=import-rows]')!
      const times: number[] = []
      let last = performance.now()
      for (let i = 0; i < 120; i++) {
        box.scrollTop += 500
        await new Promise((r) => requestAnimationFrame(r))
        const now = performance.now(); times.push(now - last); last = now
      }
      times.sort((a, b) => a - b)
      return { median: times[60], p95: times[114], max: times[119] }
    })
    console.log(n, 'scroll frames', JSON.stringify(frames))
    const t2 = Date.now()
    await imports.row(/pc/).first().click()
    const t2b = Date.now()
    await page.getByRole('checkbox', { name: 'Elegir todas' }).click()
    await page.getByRole('checkbox', { name: 'Elegir todas' }).click()
    console.log(n, 'click row', t2b - t2, 'toggle all twice', Date.now() - t2b)
    await page.screenshot(shot('8-big-' + n))
    const t3 = Date.now()
    await imports.apply.click()
    await page.getByRole('heading', { name: 'Importación terminada' }).waitFor()
    console.log(n, 'applied after', Date.now() - t3)
    await page.getByRole('button', { name: 'Importar otro archivo' }).click()
  }
  await page.emulateMedia({ colorScheme: 'dark' })
  await imports.paste(big(50).replace('S3', 'S999'))
  await page.screenshot(shot('9-dark'))
  desk.complaints.length = 0
})
