import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { migrate, MIGRATIONS } from '#main/db/migrate.ts'
import { DATABASE_FILE, openDatabase } from '#main/db/open.ts'
import { clientInput, unitInput } from '#shared/contract/inputs.ts'
import { failureOf, startTestConsole, type TestConsole } from '../../support/console.ts'
import { execute } from '../../support/database.ts'
import { everythingIn, fillFirstSchema, fillFolder } from '../../support/filled.ts'
import { temporaryFolder } from '../../support/files.ts'
import { expectSentences } from '../../support/sentences.ts'

const CHILD = fileURLToPath(new URL('../../support/restoring-child.ts', import.meta.url))

/** A console on disk with a classroom of two computers. */
async function desk(options: Parameters<typeof startTestConsole>[0] = {}) {
  const directory = options.dataDirectory ?? (await temporaryFolder())
  const console = await startTestConsole({ ...options, dataDirectory: directory })
  return { directory, ...console }
}

async function classroom({ api }: Pick<TestConsole, 'api'>) {
  const unit = await api.inventory.createUnit(unitInput.parse({ type: 'classroom', name: 'Aula 1' }))
  const computer = (number: number) =>
    api.inventory.createClient(
      clientInput.parse({
        unitId: unit.id,
        name: `pc${number}`,
        mac: `08:00:27:00:00:0${number}`,
        ip: `192.168.2.${number}`
      })
    )
  return { unit, pc1: await computer(1), pc2: await computer(2), computer }
}

describe('a restore', () => {
  test('says what it would do, keeps what is there, and brings the other back while the console runs', async () => {
    const site = await desk()
    const { unit, pc2, computer } = await classroom(site)
    const backup = await site.api.backups.create()
    expect(backup).toMatchObject({
      reason: 'manual',
      state: 'good',
      schemaVersion: MIGRATIONS.length,
      counts: { units: 1, clients: 2, images: 0, traces: 0 }
    })
    const then = await site.api.inventory.snapshot()
    expect((await site.api.backups.difference(backup)).rows.clients).toEqual({
      added: { total: 0, rows: [] },
      removed: { total: 0, rows: [] },
      changed: { total: 0, rows: [] }
    })

    await computer(3)
    await site.api.system.changeSettings({ language: 'ca' })
    execute(
      site.directory,
      `delete from clients where id = ${pc2.id}; update clients set name = 'maestro' where id = 1`
    )
    execute(site.directory, `update clients set state = 'linux'`)
    const difference = await site.api.backups.difference(backup)
    expect(difference.rows.clients).toEqual({
      added: { total: 1, rows: [{ name: 'pc2', formerName: null, place: 'Aula 1', fields: [] }] },
      removed: { total: 1, rows: [{ name: 'pc3', formerName: null, place: 'Aula 1', fields: [] }] },
      changed: { total: 1, rows: [{ name: 'maestro', formerName: 'pc1', place: 'Aula 1', fields: ['name'] }] }
    })
    expect(difference.rows.units).toMatchObject({
      added: { total: 0 },
      removed: { total: 0 },
      changed: { total: 0 }
    })

    const { kept, interrupted } = await site.api.backups.restore(backup)
    expect(interrupted).toBe(0)
    await site.events.until(() => site.events.all.find(({ type }) => type === 'restored'))
    const { revision: _old, ...before } = then
    expect(await site.api.inventory.snapshot()).toMatchObject(before)
    expect((await site.api.system.info()).settings.language).toBe('es')
    // What was prepared before the restore works on what is there now.
    await computer(4)
    expect((await site.api.inventory.snapshot()).clients.map(({ name }) => name).sort()).toEqual([
      'pc1',
      'pc2',
      'pc4'
    ])
    expect((await site.api.inventory.client({ id: pc2.id })).client.unitId).toBe(unit.id)

    // And back again, from what was kept.
    expect(kept).toMatchObject({ reason: 'before-restore', counts: { clients: 2 } })
    await site.api.backups.restore(kept!)
    const back = await site.api.inventory.snapshot()
    expect(back.clients.map(({ name }) => name).sort()).toEqual(['maestro', 'pc3'])
    expect((await site.api.system.info()).settings.language).toBe('ca')
    await site.stop()
    expect(readdirSync(site.directory).filter((name) => /incoming|wal|shm/.test(name))).toEqual([])
    expect(everythingIn(join(site.directory, DATABASE_FILE)).clients).toHaveLength(2)
  })

  test('is refused while jobs run; those that ran when the backup was made end, and are not called again', async () => {
    const site = await desk()
    await site.stop()
    fillFolder(site.directory)
    const running = (state: string) =>
      `insert into traces (command, client_id, repository_id, image_id, state, scheduled_at)
       values ('create-image', 1, 1, (select id from images), '${state}', 1)`
    execute(
      site.directory,
      `${running('pending')}; ${running('in-progress')}; update images set state = 'in-progress'`
    )
    const database = openDatabase(site.directory)
    const { name } = database.file!.copyAtOnce('manual', Date.now())
    database.close()
    execute(site.directory, `update traces set state = 'cancelled' where state = 'pending'`)

    // With long deadlines: the job in progress is asked for and stays.
    const next = await desk({ dataDirectory: site.directory, timings: { deadlineInterval: 60_000 } })
    const failure = await failureOf(next.api.backups.restore({ name }))
    expect(failure).toMatchObject({ code: 'restore-jobs-running', params: { jobs: 1 } })
    expectSentences(failure)
    execute(site.directory, `update traces set state = 'cancelled' where state = 'in-progress'`)

    expect(await next.api.backups.restore({ name })).toMatchObject({ interrupted: 2 })
    const { traces } = await next.api.traces.list({ state: 'failed' })
    expect(traces.map(({ failure: cause }) => cause?.code)).toEqual([
      'interrupted-by-restore',
      'interrupted-by-restore',
      'no-answer'
    ])
    expectSentences(traces[0]!.failure)
    expect((await next.api.images.list()).images).toMatchObject([
      { state: 'failed', failure: { code: 'interrupted-by-restore' } }
    ])
    const { history } = await next.api.traces.get({ id: traces[0]!.id })
    expect(history.map(({ kind }) => kind)).toEqual(['ended'])
    expect((await next.api.traces.recent()).running).toEqual([])
  })

  test('of a backup of an older schema brings it up to date first', async () => {
    const site = await desk()
    const backups = join(site.directory, 'backups')
    await classroom(site)
    await site.api.backups.create()
    const name = 'ogdesk-2020-01-01T000000Z-before-migration.sqlite'
    const old = new BetterSqlite3(join(backups, name))
    migrate(old, MIGRATIONS.slice(0, 1))
    fillFirstSchema(old)
    old.close()
    const listed = (await site.api.backups.list()).backups.find((backup) => backup.name === name)
    expect(listed).toMatchObject({
      state: 'good',
      schemaVersion: 1,
      counts: { units: 2, clients: 40, images: 1, traces: 2 }
    })
    const { rows, counts } = await site.api.backups.difference({ name })
    expect(rows.clients).toMatchObject({ added: { total: 40 }, removed: { total: 2 } })
    expect(counts.traces).toEqual({ now: 0, restored: 2 })
    const before = readFileSync(join(backups, name))
    await site.api.backups.restore({ name })
    expect((await site.api.inventory.snapshot()).clients).toHaveLength(40)
    expect(readFileSync(join(backups, name)).equals(before)).toBe(true)
  })

  test('of what cannot take the database’s place is refused', async () => {
    const site = await desk()
    await classroom(site)
    const { name } = await site.api.backups.create()
    const backups = join(site.directory, 'backups')
    const newer = 'ogdesk-2026-01-01T000000Z-manual.sqlite'
    cpSync(join(backups, name), join(backups, newer))
    const sqlite = new BetterSqlite3(join(backups, newer))
    sqlite.pragma(`user_version = ${MIGRATIONS.length + 1}`)
    sqlite.pragma('application_id = 0')
    sqlite.close()
    const bytes = readFileSync(join(backups, name))
    bytes[bytes.length >> 1]! ^= 8
    writeFileSync(join(backups, name), bytes)
    const broken = 'ogdesk-2026-01-02T000000Z-manual.sqlite'
    writeFileSync(join(backups, broken), 'none')

    const states = (await site.api.backups.list()).backups.map((backup) => [backup.name, backup.state])
    expect(Object.fromEntries(states)).toEqual({ [name]: 'damaged', [newer]: 'newer', [broken]: 'damaged' })
    for (const [refused, code] of [
      [name, 'backup-damaged'],
      [broken, 'backup-damaged'],
      [newer, 'backup-newer'],
      ['ogdesk-2026-01-03T000000Z-manual.sqlite', 'not-found'],
      [`../${DATABASE_FILE}`, 'not-found'],
      ['../backups/../ogdesk-2026-01-01T000000Z-manual.sqlite', 'not-found']
    ] as const) {
      for (const call of [site.api.backups.restore, site.api.backups.difference]) {
        const failure = await failureOf(call({ name: refused }))
        expect(failure.code).toBe(code)
        expectSentences(failure)
      }
    }
    expect((await site.api.inventory.snapshot()).clients).toHaveLength(2)
  })

  test(
    'while another program has the database open is told in words, and changes nothing',
    { timeout: 60_000 },
    async () => {
      const site = await desk()
      const { computer } = await classroom(site)
      const backup = await site.api.backups.create()
      await computer(3)
      const other = new BetterSqlite3(join(site.directory, DATABASE_FILE))
      other.prepare('select count(*) from clients').get()
      const failure = await failureOf(site.api.backups.restore(backup))
      other.close()
      expect(failure.code).toBe('restore-failed')
      expectSentences(failure)
      expect((await site.api.inventory.snapshot()).clients).toHaveLength(3)
      await computer(4)
      await site.api.backups.restore(backup)
      expect((await site.api.inventory.snapshot()).clients).toHaveLength(2)
    }
  )

  test('that is killed half way leaves the one or the other, whole', { timeout: 240_000 }, async () => {
    const directory = await temporaryFolder()
    openDatabase(directory).close()
    fillFolder(directory, 40)
    const database = openDatabase(directory)
    database.file!.forgetRecovery()
    const states = [everythingIn(join(directory, DATABASE_FILE))]
    database.file!.copyAtOnce('manual', 1_700_000_000_000)
    database.close()
    execute(directory, `delete from partitions; delete from clients where id > 3`)
    const changed = openDatabase(directory)
    changed.file!.forgetRecovery()
    states.push(everythingIn(join(directory, DATABASE_FILE)))
    changed.file!.copyAtOnce('manual', 1_700_000_001_000)
    changed.close()

    for (let run = 0; run < 3; run++) {
      const child = spawn(process.execPath, [CHILD, directory], { stdio: ['ignore', 'pipe', 'inherit'] })
      const exited = once(child, 'exit')
      let lines = 0
      for await (const _line of createInterface({ input: child.stdout })) {
        // Each time elsewhere: it goes on while the line is on its way.
        if (++lines === 2 + run) child.kill('SIGKILL')
      }
      await exited
      const next = openDatabase(directory)
      expect(next.file!.recovery()).toBeNull()
      next.close()
      expect(states).toContainEqual(everythingIn(join(directory, DATABASE_FILE)))
      const sqlite = new BetterSqlite3(join(directory, DATABASE_FILE))
      expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
      sqlite.close()
    }
  })
})
