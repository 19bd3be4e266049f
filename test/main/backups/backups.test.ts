import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { DATABASE_FILE } from '#main/db/open.ts'
import { createConsole } from '#main/console.ts'
import { startConsole } from '#main/hosting/start-console.ts'
import { LANGUAGES, clientInput, unitInput } from '#shared/contract/inputs.ts'
import { createClock, failureOf, startTestConsole, testSecrets, type Clock } from '../../support/console.ts'
import { execute } from '../../support/database.ts'
import { temporaryFolder } from '../../support/files.ts'
import { expectSentences } from '../../support/sentences.ts'

const HOUR = 60 * 60_000
const DAY = 24 * HOUR
/** The schedule looks all the time; the clock is moved by hand. */
const EAGER = { firstBackupLook: 0, backupInterval: 5, deadlineInterval: 2 ** 30 }

type Site = Awaited<ReturnType<typeof desk>>

async function desk(options: Parameters<typeof startTestConsole>[0] = {}) {
  const directory = options.dataDirectory ?? (await temporaryFolder())
  const clock = options.clock ?? createClock()
  let asked = 0
  /** Whoever looks asks what time it is. */
  const counting = { ...clock, now: () => (asked++, clock.now()) }
  const site = await startTestConsole({
    timings: EAGER,
    ...options,
    clock: counting,
    dataDirectory: directory
  })
  return { directory, ...site, asked: () => asked }
}

let macs = 0
async function addComputer({ api }: Site): Promise<void> {
  const { units } = await api.inventory.snapshot()
  const unit =
    units[0] ?? (await api.inventory.createUnit(unitInput.parse({ type: 'classroom', name: 'Aula 1' })))
  const number = ++macs
  const mac = `08:00:27:00:00:${number.toString(16).padStart(2, '0')}`
  const input = { unitId: unit.id, name: `pc${number}`, mac, ip: `192.168.2.${number}` }
  await api.inventory.createClient(clientInput.parse(input))
}

const list = async ({ api }: Site) => (await api.backups.list()).backups
/** Waits for this many backups; the schedule tells of each. */
const backupsOf = (site: Site, count: number) =>
  site.events.until(async () => {
    const backups = await list(site)
    return backups.length === count && backups
  })

/** Lets the schedule look at least once more, from its first thought to its last. */
async function looked({ api, asked }: Site): Promise<void> {
  const before = asked()
  while (asked() < before + 2) await new Promise((resolve) => setImmediate(resolve))
  await failureOf(api.backups.remove({ name: 'none' }))
}

describe('the schedule', () => {
  test('makes one soon after the start, then one each interval in which something was changed', async () => {
    const site = await desk()
    await looked(site)
    expect(await list(site)).toEqual([])
    await addComputer(site)
    const [first] = await backupsOf(site, 1)
    expect(first).toMatchObject({ reason: 'scheduled', state: 'good', counts: { clients: 1 } })
    expect(first!.at).toBe(Math.floor(site.clock.now() / 1000) * 1000)

    await addComputer(site)
    site.clock.advance(DAY - 2000)
    await looked(site)
    expect(await list(site)).toHaveLength(1)
    site.clock.advance(2000)
    expect(await backupsOf(site, 2)).toMatchObject([{ counts: { clients: 2 } }, { counts: { clients: 1 } }])

    // What the console notes while it only looks on is no reason.
    execute(site.directory, `update clients set state = 'linux', state_since = state_since + 1`)
    site.clock.advance(DAY)
    await looked(site)
    expect(await list(site)).toHaveLength(2)
    await addComputer(site)
    site.clock.advance(DAY)
    await backupsOf(site, 3)
  })

  test('as often as it is set to', async () => {
    const site = await desk()
    await addComputer(site)
    await backupsOf(site, 1)
    await site.api.system.changeSettings({ backup: { everyHours: 1, keep: 14 } })
    await addComputer(site)
    site.clock.advance(HOUR)
    expect(await backupsOf(site, 2)).toMatchObject([{ reason: 'scheduled' }, { reason: 'scheduled' }])
  })

  test('goes on after the clock was put right', async () => {
    const clock: Clock = createClock()
    const directory = await temporaryFolder()
    clock.advance(400 * DAY)
    const future = await desk({ dataDirectory: directory, clock })
    await addComputer(future)
    await backupsOf(future, 1)
    await future.stop()
    clock.advance(-400 * DAY)
    const site = await desk({ dataDirectory: directory, clock })
    await addComputer(site)
    expect(await backupsOf(site, 2)).toMatchObject([{ counts: { clients: 1 } }, { counts: { clients: 2 } }])
  })

  test('keeps the chosen number of its own, of those by hand, and some of those before a restore', async () => {
    const site = await desk()
    await site.api.system.changeSettings({ backup: { everyHours: 1, keep: 2 } })
    const reasons = async () => (await list(site)).map(({ reason }) => reason).sort()
    for (let round = 1; round <= 4; round++) {
      await addComputer(site)
      site.clock.advance(HOUR)
      await site.events.until(async () => (await list(site)).some(({ counts }) => counts?.clients === round))
      await site.api.backups.create()
      site.clock.advance(1000)
    }
    expect(await reasons()).toEqual(['manual', 'manual', 'scheduled', 'scheduled'])
    const newest = (await list(site))
      .filter(({ reason }) => reason === 'scheduled')
      .map(({ counts }) => counts?.clients)
    expect(newest).toEqual([4, 3])
    for (let round = 0; round < 7; round++) {
      await site.api.backups.restore((await list(site)).find(({ reason }) => reason === 'manual')!)
      site.clock.advance(1000)
    }
    expect((await reasons()).filter((reason) => reason === 'before-restore')).toHaveLength(5)
    // No note is left of those that are gone.
    const files = readdirSync(join(site.directory, 'backups'))
    expect(files).toHaveLength(2 * (await list(site)).length)
  })

  test('a damaged one takes nobody’s place', async () => {
    const site = await desk()
    await site.api.system.changeSettings({ backup: { everyHours: 1, keep: 1 } })
    await addComputer(site)
    const [good] = await backupsOf(site, 1)
    writeFileSync(join(site.directory, 'backups', 'ogdesk-2030-01-01T000000Z-scheduled.sqlite'), 'broken')
    await site.api.backups.create()
    const states = Object.fromEntries((await list(site)).map(({ name, state }) => [name, state]))
    expect(states[good!.name]).toBe('good')
    expect(Object.values(states).sort()).toEqual(['damaged', 'good', 'good'])
  })

  test('that cannot write says so once, goes on, and says when it could', async () => {
    const site = await desk()
    // In the place of the folder there is a file: whoever runs this, nothing can be written there.
    writeFileSync(join(site.directory, 'backups'), 'in the way')
    await addComputer(site)
    const event = await site.events.until(() => site.events.all.find(({ type }) => type === 'backups'))
    expect(event).toMatchObject({ failure: { code: 'backup-failed' } })
    const { problem, backups } = await site.api.backups.list()
    expect(backups).toEqual([])
    expectSentences(problem)
    const failure = await failureOf(site.api.backups.create())
    expect(failure.code).toBe('backup-failed')
    // The console works as ever.
    await addComputer(site)
    await rm(join(site.directory, 'backups'))
    site.clock.advance(HOUR)
    await backupsOf(site, 1)
    expect((await site.api.backups.list()).problem).toBeNull()
    expect(site.events.all.filter((each) => each.type === 'backups' && each.failure)).toHaveLength(1)
  })
})

describe('a backup', () => {
  test('is for this user’s eyes, and can be removed', async () => {
    const site = await desk()
    await addComputer(site)
    const { name } = await site.api.backups.create()
    const folder = join(site.directory, 'backups')
    expect((await site.api.backups.list()).folder).toBe(folder)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    for (const file of readdirSync(folder)) expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600)
    await site.api.backups.remove({ name })
    expect((await failureOf(site.api.backups.remove({ name }))).code).toBe('not-found')
    expect((await failureOf(site.api.backups.remove({ name: '../lock.sqlite' }))).code).toBe('not-found')
    expect(readdirSync(site.directory)).toContain('lock.sqlite')
  })

  test('of the same second has a name of its own', async () => {
    const site = await desk()
    await addComputer(site)
    const names = await Promise.all([1, 2, 3].map(async () => (await site.api.backups.create()).name))
    expect(new Set(names).size).toBe(3)
  })

  test('of a damaged database is none, and the damage is told', async () => {
    const site = await desk({ timings: {} })
    await addComputer(site)
    // As a disk does it: an index that no longer matches its table.
    const other = new BetterSqlite3(join(site.directory, DATABASE_FILE))
    other.unsafeMode()
    other.pragma('writable_schema = on')
    other.exec(
      "update sqlite_master set sql = replace(sql, '(`mac`)', '(`ip`)') where name = 'clients_mac_unique'"
    )
    other.close()
    const failure = await failureOf(site.api.backups.create())
    expect(failure.code).toBe('database-damaged')
    expectSentences(failure)
    expect(await list(site)).toEqual([])
  })

  test('of a console that keeps all in memory is refused', async () => {
    const { api } = await startTestConsole()
    expect(await api.backups.list()).toEqual({ folder: null, backups: [], problem: null })
    const failure = await failureOf(api.backups.create())
    expect(failure.code).toBe('backups-in-memory')
    expectSentences(failure)
  })
})

describe('a start on a damaged database', () => {
  async function damagedDesk() {
    const first = await desk({ timings: {} })
    await addComputer(first)
    const backup = await first.api.backups.create()
    await first.stop()
    const file = join(first.directory, 'ogdesk.sqlite')
    writeFileSync(file, 'not what it was'.repeat(1000))
    return { backup, ...(await desk({ dataDirectory: first.directory })) }
  }

  test('offers the latest good backup, and is over once it is restored', async () => {
    const site = await damagedDesk()
    const { recovery } = await site.api.system.info()
    expect(recovery).toMatchObject({ kind: 'damaged', latestBackup: { name: site.backup.name } })
    // Meanwhile the schedule rests: what is here now is worth nothing.
    await addComputer(site)
    await looked(site)
    expect(await list(site)).toHaveLength(1)
    const { kept } = await site.api.backups.restore(site.backup)
    // What somebody has begun meanwhile is kept.
    expect(kept).toMatchObject({ counts: { clients: 1 } })
    expect((await site.api.system.info()).recovery).toBeNull()
    expect((await site.api.inventory.snapshot()).clients).toHaveLength(1)
  })

  test('an empty database in its place is not worth keeping', async () => {
    const site = await damagedDesk()
    expect((await site.api.backups.restore(site.backup)).kept).toBeNull()
  })

  test('is over, too, once somebody begins anew; the damaged file stays', async () => {
    const site = await damagedDesk()
    await site.api.backups.dismissRecovery()
    expect((await site.api.system.info()).recovery).toBeNull()
    expect(readdirSync(join(site.directory, 'damaged'))).toHaveLength(1)
    await addComputer(site)
    site.clock.advance(DAY)
    await backupsOf(site, 2)
  })
})

describe('two consoles on one folder', () => {
  const silent = { info: () => {}, warn: () => {}, error: () => {} }
  const options = (dataDirectory: string) =>
    ({ host: 'headless', version: '0', dataDirectory, webhookHost: '127.0.0.1', webhookPort: 0 }) as const
  const ports = () => ({ notify: () => {}, secrets: testSecrets, now: Date.now, log: silent })

  test('the second is refused with a sentence, and the first goes on; after it, the next one is welcome', async () => {
    const site = await desk()
    await addComputer(site)
    for (const language of LANGUAGES) {
      const second = startConsole({
        options: options(site.directory),
        ports: ports(),
        importFile: undefined,
        language
      })
      await expect(second).rejects.toThrow(site.directory)
      await expect(second).rejects.toThrow(/ogDesk/)
    }
    await addComputer(site)
    await site.stop()
    const next = createConsole(options(site.directory), ports())
    expect(next.settings().language).toBe('es')
    await next.stop()
  })
})
