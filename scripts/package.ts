/**
 * `npm run package`: the built program with its Electron, and the bill of materials of both, in dist/.
 * `npm run package -- AppImage deb` makes these of electron-builder's targets instead of a folder.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { billOfMaterials } from './lib/bill-of-materials.ts'
import { bundledPackages } from './lib/bundled-packages.ts'
import { electronToPack, pack } from './lib/packager.ts'
import { ROOT, say } from './lib/project.ts'

const { values, positionals: targets } = parseArgs({
  allowPositionals: true,
  options: { output: { type: 'string', default: join(ROOT, 'dist') } }
})
const output = resolve(values.output)

try {
  const electron = electronToPack()
  await pack({ electron, output, targets })
  const bill = billOfMaterials(bundledPackages(ROOT), electron.version)
  const file = join(output, 'ogdesk.cdx.json')
  mkdirSync(output, { recursive: true })
  writeFileSync(file, JSON.stringify(bill, null, 2))
  say(`${file}: ${bill.components.length} componentes`)
} catch (error) {
  say(`No se ha podido empaquetar ogDesk: ${(error as Error).message}`)
  process.exit(1)
}
