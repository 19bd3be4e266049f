/**
 * A process of its own for restore.test.ts: restores the two backups of the folder argv[2] by turns, for ever, and prints
 * a line before each. Somebody kills it.
 */
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

type Open = typeof import('#main/db/open.ts')

const file = fileURLToPath(new URL('../../src/main/db/open.ts', import.meta.url))
const { module } = await runnerImport<Open>(file, { configFile: false, logLevel: 'silent' })
const database = module.openDatabase(process.argv[2]!)
const names = database.file!.backups.list().map(({ name }) => name)
const interrupted = { code: 'interrupted-by-restore', params: {}, detail: null } as const
for (let turn = 0; ; turn++) {
  const name = names[turn % names.length]!
  process.stdout.write(`${name}\n`)
  database.file!.restore(name, Date.now(), interrupted, false)
}
