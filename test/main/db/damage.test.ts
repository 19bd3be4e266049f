import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import BetterSqlite3 from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DATABASE_FILE, openDatabase } from '#main/db/open.ts'
import { execute } from '../../support/database.ts'
import { everythingIn, fillFolder } from '../../support/filled.ts'
import { temporaryFolder } from '../../support/files.ts'

const NOW = Date.UTC(2026, 10, 23, 3, 19, 52)
const BACKUP = 'ogdesk-2026-11-23T031952Z-manual.sqlite'
const ASIDE = 'ogdesk-2026-11-23T031952Z.sqlite'
const interrupted = { code: 'interrupted-by-restore', params: {}, detail: null } as const
const open = (directory: string) => openDatabase(directory, { now: () => NOW })
const fileOf = (directory: string) => join(directory, DATABASE_FILE)

/** A folder with a filled database that was closed well, and a backup of it; copied for each damage. */
async function template() {
  const directory = await temporaryFolder()
  const original = join(directory, 'original')
  openDatabase(original).close()
  fillFolder(original)
  const database = open(original)
  database.file!.forgetRecovery()
  database.file!.copyAtOnce('manual', NOW)
  database.close()
  const content = everythingIn(fileOf(original))
  const size = readFileSync(fileOf(original)).length
  let count = 0
  return {
    content,
    size,
    /** Damages a copy, and opens it. */
    async damaged(damage: (file: string, directory: string) => void) {
      const copy = join(directory, `copy-${count++}`)
      cpSync(original, copy, { recursive: true })
      damage(fileOf(copy), copy)
      return copy
    }
  }
}
type Template = Awaited<ReturnType<typeof template>>

function flip(file: string, offset: number, bits: number): void {
  const bytes = readFileSync(file)
  bytes[offset]! ^= bits
  writeFileSync(file, bytes)
}

/** What becomes of the file; if it is set aside, it is whole there, and the backup brings everything back. */
async function fateOf(made: Template, directory: string): Promise<'intact' | 'lost' | 'told' | 'set aside'> {
  const before = readFileSync(fileOf(directory))
  const database = open(directory)
  try {
    const recovery = database.file!.recovery()
    if (!recovery) return isDeepStrictEqual(everythingIn(fileOf(directory)), made.content) ? 'intact' : 'lost'
    if (recovery.kind === 'altered') return 'told'
    expect(recovery).toMatchObject({ kind: 'damaged', at: NOW, setAside: join(directory, 'damaged', ASIDE) })
    expect(recovery.reason).not.toBe('')
    expect(readFileSync(recovery.setAside!).equals(before)).toBe(true)
    const [backup] = database.file!.backups.list()
    expect(backup).toMatchObject({ name: BACKUP, state: 'good' })
    database.file!.restore(BACKUP, NOW, interrupted, false)
    expect(everythingIn(fileOf(directory))).toEqual(made.content)
    expect(database.file!.recovery()).toBeNull()
    expect(readFileSync(recovery.setAside!).equals(before)).toBe(true)
    return 'set aside'
  } finally {
    database.close()
    rmSync(directory, { recursive: true })
  }
}

describe('a byte that has turned', () => {
  test('in the header, at every place', { timeout: 120_000 }, async () => {
    const made = await template()
    const fates = new Set<string>()
    for (let offset = 0; offset < 100; offset++) {
      const directory = await made.damaged((file) => flip(file, offset, 1))
      fates.add(await fateOf(made, directory))
    }
    // Not one of them is taken for what it was.
    expect(fates).toEqual(new Set(['set aside', 'told']))
  })

  test('anywhere, in whatever way', { timeout: 240_000 }, async () => {
    const made = await template()
    const place = fc.integer({ min: 0, max: made.size - 1 })
    const bits = fc.integer({ min: 1, max: 255 })
    await fc.assert(
      fc.asyncProperty(place, bits, async (offset, mask) => {
        const directory = await made.damaged((file) => flip(file, offset, mask))
        expect(['set aside', 'told']).toContain(await fateOf(made, directory))
      }),
      { numRuns: 120 }
    )
  })

  test('after a power cut, when nothing tells what the file was: an index does not match its table', async () => {
    const made = await template()
    const directory = await made.damaged((file) => {
      rmSync(`${file}.seal`)
      // The first one is the table's, the last one the index's; either is found.
      const place = readFileSync(file).lastIndexOf('08:00:27:00:00:05')
      expect(place).toBeGreaterThan(0)
      flip(file, place + 3, 1)
    })
    expect(await fateOf(made, directory)).toBe('set aside')
  })

  test('in a backup: it is known, and not offered', async () => {
    const made = await template()
    const size = readFileSync(join(await made.damaged(() => {}), 'backups', BACKUP)).length
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: size - 1 }), async (offset) => {
        const directory = await made.damaged((_file, folder) =>
          flip(join(folder, 'backups', BACKUP), offset, 4)
        )
        const database = open(directory)
        expect(database.file!.backups.list()).toMatchObject([{ name: BACKUP, state: 'damaged' }])
        database.close()
      }),
      { numRuns: 20 }
    )
  })
})

describe('a file', () => {
  test.each([0, 1, 99, 100, 4095, 4096, 8192])('that ends after %i bytes', async (length) => {
    const made = await template()
    const directory = await made.damaged((file) => truncateSync(file, length))
    expect(await fateOf(made, directory)).toBe('set aside')
  })

  test('that is no database', async () => {
    const made = await template()
    const directory = await made.damaged((file) =>
      writeFileSync(file, 'this is not a database, and somebody may want it back'.repeat(50))
    )
    expect(await fateOf(made, directory)).toBe('set aside')
  })

  test('that is no database, where there never was a backup', async () => {
    const directory = await temporaryFolder()
    const words = 'this is not a database, and somebody may want it back'.repeat(50)
    writeFileSync(fileOf(directory), words)
    const database = open(directory)
    expect(database.file!.recovery()).toMatchObject({
      kind: 'damaged',
      setAside: join(directory, 'damaged', ASIDE)
    })
    expect(readFileSync(join(directory, 'damaged', ASIDE), 'utf8')).toBe(words)
    expect(database.file!.backups.list()).toEqual([])
    database.close()
  })

  test('that is gone, while its backups are there', async () => {
    const made = await template()
    const directory = await made.damaged((file) => rmSync(file))
    const database = open(directory)
    expect(database.file!.recovery()).toMatchObject({ kind: 'missing', setAside: null })
    database.file!.restore(BACKUP, NOW, interrupted, false)
    expect(everythingIn(fileOf(directory))).toEqual(made.content)
    database.close()
  })

  test('that another program has changed is used, and that is said', async () => {
    const made = await template()
    const directory = await made.damaged((_file, folder) =>
      execute(folder, `update clients set serial_number = 'SN-0' where id = 1`)
    )
    const database = open(directory)
    expect(database.file!.recovery()).toMatchObject({ kind: 'altered', setAside: null })
    expect(everythingIn(fileOf(directory)).clients![0]).toMatchObject({ serial_number: 'SN-0' })
    database.close()
  })

  test('that was in use when the power went: what was committed is there, and nobody is alarmed', async () => {
    const made = await template()
    const directory = await made.damaged(() => {})
    const database = open(directory)
    execute(directory, `update clients set serial_number = 'SN-0' where id = 1`)
    const cut = `${directory}-cut`
    cpSync(directory, cut, { recursive: true })
    database.close()
    expect(readFileSync(`${fileOf(cut)}-wal`).length).toBeGreaterThan(0)
    const next = open(cut)
    expect(next.file!.recovery()).toBeNull()
    expect(everythingIn(fileOf(cut)).clients![0]).toMatchObject({ serial_number: 'SN-0' })
    next.close()
  })
})

describe('setting aside', () => {
  test('is not forgotten before somebody has decided', async () => {
    const made = await template()
    const directory = await made.damaged((file) => truncateSync(file, 5000))
    open(directory).close()
    const database = open(directory)
    expect(database.file!.recovery()).toMatchObject({ kind: 'damaged' })
    database.file!.forgetRecovery()
    database.close()
    const next = open(directory)
    expect(next.file!.recovery()).toBeNull()
    next.close()
    expect(readdirSync(join(directory, 'damaged'))).toEqual([ASIDE])
  })

  test('overwrites nothing, however often it happens in the same second', async () => {
    const made = await template()
    const directory = await made.damaged((file) => writeFileSync(file, 'first'.repeat(100)))
    open(directory).close()
    writeFileSync(fileOf(directory), 'second'.repeat(100))
    open(directory).close()
    const folder = join(directory, 'damaged')
    const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8').slice(0, 5))
    expect(texts.sort()).toEqual(['first', 'secon'])
  })

  test('that was cut short is finished by the next start, with the log', async () => {
    const made = await template()
    const directory = await made.damaged((file, folder) => {
      writeFileSync(`${file}-wal`, 'what was not in the file yet')
      mkdirSync(join(folder, 'damaged'))
      const setAside = join(folder, 'damaged', ASIDE)
      cpSync(file, setAside)
      rmSync(file)
      writeFileSync(
        join(folder, 'recovery.json'),
        JSON.stringify({ kind: 'damaged', at: NOW, reason: 'x', setAside, moved: false })
      )
    })
    const database = open(directory)
    expect(readFileSync(`${join(directory, 'damaged', ASIDE)}-wal`, 'utf8')).toMatch(/not in the file/)
    expect(database.file!.recovery()).toMatchObject({ kind: 'damaged', moved: true })
    expect(everythingIn(fileOf(directory)).clients).toEqual([])
    database.close()
  })
})

test('a database of the time before the mark and the seal is opened as it is', async () => {
  const made = await template()
  const directory = await made.damaged((file) => {
    rmSync(`${file}.seal`)
    const sqlite = new BetterSqlite3(file)
    sqlite.pragma('application_id = 0')
    sqlite.close()
  })
  expect(await fateOf(made, directory)).toBe('intact')
})
