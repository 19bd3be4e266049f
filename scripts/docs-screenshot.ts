/** `npm run docs:screenshot`: the README's picture is one that the end-to-end tests took. */
import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { ARTIFACTS, ROOT, say } from './lib/project.ts'

const taken = join(ARTIFACTS, 'screenshots', 'electron', 'create-image-light.png')
if (!existsSync(taken)) {
  say(`There is no ${taken} yet: run the end-to-end tests first, npm run test:e2e.`)
  process.exit(1)
}
mkdirSync(join(ROOT, 'docs'), { recursive: true })
copyFileSync(taken, join(ROOT, 'docs', 'screenshot.png'))
