import { join } from 'node:path'
import { userInfo } from 'node:os'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { isProcedure } from '@orpc/server'
import { DESCRIPTIONS } from '#main/audit/descriptions.ts'
import { READING } from '#main/audit/procedures.ts'
import { paramsOf } from '#main/audit/redact.ts'
import { carryAudit } from '#main/db/carry-audit.ts'
import { migrate } from '#main/db/migrate.ts'
import { AUDIT_ACTIONS } from '#shared/domain/audit.ts'
import { exportedAudit } from '../../support/audit.ts'
import { failureOf, startTestConsole } from '../../support/console.ts'
import { temporaryFolder } from '../../support/files.ts'
import { startFleet } from '../../support/fleet.ts'

const SHUTDOWN = { command: 'power-off' } as const

function pathsOf(router: object, above = ''): string[] {
  return Object.entries(router).flatMap(([name, value]: [string, object]) =>
    isProcedure(value) ? [above + name] : pathsOf(value, `${above}${name}.`)
  )
}

test('every procedure of the router is described, or said to change nothing', async () => {
  const { console } = await startTestConsole()
  const described = [...Object.keys(DESCRIPTIONS), ...READING].sort()
  expect(pathsOf(console.router).sort()).toEqual(described)
  expect(Object.keys(DESCRIPTIONS).sort()).toEqual(
    AUDIT_ACTIONS.filter((action) => action !== 'console.startBatch').sort()
  )
})

describe('an entry', () => {
  test('says who did what to what, and stays true after a rename and a removal', async () => {
    const { api } = await startTestConsole()
    const unit = await api.inventory.createUnit({ type: 'classroom', name: 'Aula Ñ' })
    await api.inventory.updateUnit({ id: unit.id, change: { name: 'Aula 2' } })
    await api.inventory.remove({ unitIds: [unit.id] })
    const { entries, total, users } = await api.audit.list({})
    expect(total).toBe(3)
    expect(users).toEqual([userInfo().username])
    expect(
      entries.map(({ action, subject, danger, outcome }) => ({ action, subject, danger, outcome }))
    ).toEqual([
      { action: 'inventory.remove', subject: `Aula 2 (#${unit.id})`, danger: true, outcome: 'done' },
      { action: 'inventory.updateUnit', subject: `Aula Ñ (#${unit.id})`, danger: false, outcome: 'done' },
      { action: 'inventory.createUnit', subject: 'Aula Ñ', danger: false, outcome: 'done' }
    ])
    expect(entries[0]).toMatchObject({ user: userInfo().username, host: 'headless', session: null })
    expect(entries[1]!.params).toEqual({ name: 'Aula 2' })
  })

  test('of what was refused has the failure', async () => {
    const { api } = await startTestConsole()
    expect(await failureOf(api.inventory.removeSubnet({ id: 99 }))).toMatchObject({ code: 'not-found' })
    expect((await api.audit.list({})).entries[0]).toMatchObject({
      action: 'inventory.removeSubnet',
      outcome: 'refused',
      failure: { code: 'not-found' }
    })
  })

  test('of a command names its computers, its batch and its danger', async () => {
    const fleet = await startFleet(3)
    await fleet.api.clients.refresh({ id: fleet.ids[0]! })
    const batch = await fleet.api.commands.run({
      order: SHUTDOWN,
      clientIds: fleet.ids,
      moment: { kind: 'next-report' },
      target: 'Aula 1'
    })
    await fleet.api.batches.cancel({ id: batch.id })
    const { entries } = await fleet.api.audit.list({ text: 'pc2 aula' })
    expect(entries).toMatchObject([
      { action: 'batches.cancel', batchId: batch.id, danger: false, clientCount: 3 },
      {
        action: 'commands.run',
        subject: 'Aula 1',
        danger: true,
        batchId: batch.id,
        clientCount: 3,
        params: { command: 'power-off', moment: 'next-report' }
      }
    ])
    expect(entries[1]!.clients.map(({ name }) => name)).toEqual(['pc0', 'pc1', 'pc2'])
    expect((await fleet.api.audit.list({ dangerousOnly: true })).total).toBe(1)
  })

  test('of a deployment says which image, also where it is refused', async () => {
    const { api, ids } = await startFleet(1)
    const imageId = '018f0000-0000-7000-8000-000000000001'
    await failureOf(
      api.commands.run({
        order: {
          command: 'deploy-image',
          imageId,
          protocol: { kind: 'unicast' },
          places: [{ clientIds: ids, disk: 1, partition: 1 }]
        },
        clientIds: ids,
        moment: { kind: 'now' },
        target: 'pc0'
      })
    )
    expect((await api.audit.list({})).entries[0]).toMatchObject({
      danger: true,
      outcome: 'refused',
      params: { command: 'deploy-image', image: `#${imageId}` }
    })
  })

  test('names every computer, also those that go with their classroom', async () => {
    const { api, ids } = await startFleet(60)
    await api.commands.run({
      order: SHUTDOWN,
      clientIds: ids,
      moment: { kind: 'next-report' },
      target: 'Aula 1'
    })
    const { units } = await api.inventory.snapshot()
    await api.inventory.remove({
      unitIds: units.filter(({ parentId }) => parentId === null).map(({ id }) => id)
    })
    const { entries } = await api.audit.list({ text: 'pc57' })
    expect(entries).toMatchObject([
      { action: 'inventory.remove', clientCount: 60 },
      { action: 'commands.run', clientCount: 60 }
    ])
    // A window is told the first of them, and a file all.
    expect(entries[0]!.clients).toHaveLength(50)
    const { content } = await exportedAudit(api, { filter: { text: 'pc57' }, format: 'csv' })
    expect(content.match(/pc57 \(#\d+\)/g)).toHaveLength(2)
  })

  test('of the settings says which; how a window looks is nobody’s business', async () => {
    const { api } = await startTestConsole()
    await api.system.changeSettings({ theme: 'dark', menu: 'narrow' })
    await api.system.changeSettings({ checkSourceAddress: false })
    await api.system.changeSettings({ logLevel: 'warn' })
    expect((await api.audit.list({})).entries).toMatchObject([
      { subject: 'logLevel', params: { logLevel: 'warn' }, danger: false },
      { subject: 'checkSourceAddress', params: { checkSourceAddress: 'false' }, danger: true }
    ])
  })

  test('is also made of a scheduled batch that the console starts', async () => {
    const fleet = await startFleet(1)
    const at = fleet.clock.now() + 60_000
    const batch = await fleet.api.commands.run({
      order: { command: 'refresh' },
      clientIds: fleet.ids,
      moment: { kind: 'at', at },
      target: 'pc0'
    })
    fleet.clock.advance(61_000)
    await fleet.called(1)
    expect((await fleet.api.audit.list({ action: 'console.startBatch' })).entries).toMatchObject([
      { host: 'console', batchId: batch.id, subject: 'pc0', outcome: 'done' }
    ])
  })

  test('never has a secret', () => {
    const params = paramsOf({
      change: { siteCa: 'PEM-1', name: 'x' },
      webhookToken: 'T-1',
      order: { command: 'run-script', script: 'S-1' },
      deep: { password: 'P-1', clientKey: 'K-1', Authorization: 'A-1' }
    })
    expect(JSON.stringify(params)).not.toMatch(/-1/)
    expect(params).toMatchObject({ 'change.name': 'x', 'order.command': 'run-script' })
  })
})

test('what was not finished when the console ended has an entry without outcome', async () => {
  const directory = await temporaryFolder()
  const first = await startTestConsole({ dataDirectory: directory })
  await first.api.inventory.createUnit({ type: 'classroom', name: 'Aula 1' })
  await first.stop()
  const sqlite = new BetterSqlite3(join(directory, 'ogdesk.sqlite'))
  // As a kill between the two leaves it.
  sqlite.exec(`insert into audit_entries (uid, at, user, host, action, subject, clients, client_count, params, danger, words)
    values ('u', ${first.clock.now() + 1}, 'ana', 'headless', 'inventory.createUnit', 'Aula 2', '[]', 0, '{}', 0, 'aula 2')`)
  sqlite.close()
  const second = await startTestConsole({ dataDirectory: directory })
  expect((await second.api.audit.list({})).entries).toMatchObject([
    { user: 'ana', outcome: null },
    { outcome: 'done' }
  ])
})

test.each([
  `update audit_entries set user = 'eva'`,
  'delete from audit_entries',
  'replace into audit_entries select * from audit_entries',
  `update audit_outcomes set outcome = 'refused'`,
  'delete from audit_outcomes',
  'replace into audit_outcomes select * from audit_outcomes'
])('the database refuses: %s', async (statement) => {
  const directory = await temporaryFolder()
  const console = await startTestConsole({ dataDirectory: directory })
  await console.api.inventory.createUnit({ type: 'classroom', name: 'Aula 1' })
  await console.stop()
  const sqlite = new BetterSqlite3(join(directory, 'ogdesk.sqlite'))
  expect(() => sqlite.exec(statement)).toThrow('append-only')
  sqlite.close()
})

describe('a restore', () => {
  test('keeps what was done since the backup was made, and itself', async () => {
    const { api } = await startTestConsole({ dataDirectory: await temporaryFolder() })
    await api.inventory.createUnit({ type: 'classroom', name: 'Aula 1' })
    const backup = await api.backups.create()
    await api.inventory.createUnit({ type: 'classroom', name: 'Aula 2' })
    const before = await api.audit.list({})
    await api.backups.restore({ name: backup.name })
    const after = await api.audit.list({})
    expect((await api.inventory.snapshot()).units).toHaveLength(1)
    expect(after.entries).toMatchObject([
      { action: 'backups.restore', outcome: 'done', danger: true },
      ...before.entries
    ])
  })

  test('of a database with another past has both', () => {
    const [now, copy] = [new BetterSqlite3(':memory:'), new BetterSqlite3(':memory:')]
    for (const [sqlite, uid] of [
      [now, 'now'],
      [copy, 'then']
    ] as const) {
      migrate(sqlite)
      sqlite.exec(`insert into audit_entries (uid, at, user, host, action, subject, clients, client_count, params, danger, words)
        values ('${uid}', 1, 'ana', 'headless', 'scripts.create', 's', '[]', 0, '{}', 0, 's')`)
    }
    carryAudit(now, copy)
    carryAudit(now, copy)
    expect(copy.prepare('select uid from audit_entries order by id').pluck().all()).toEqual(['then', 'now'])
  })
})

test('can be taken along, dated, as a table and as data', async () => {
  const { api, clock } = await startTestConsole()
  await api.inventory.createUnit({ type: 'classroom', name: '=Aula; 1' })
  const day = new Date(clock.now()).toISOString().slice(0, 10)
  const csv = await exportedAudit(api, { filter: {}, format: 'csv' })
  expect(csv).toMatchObject({ fileName: `ogdesk-audit-${day}.csv`, entries: 1 })
  expect(csv.content).toContain(`"'=Aula; 1"`)
  const json = await exportedAudit(api, { filter: { text: 'nothing' }, format: 'json' })
  expect(JSON.parse(json.content)).toMatchObject({ format: 'ogdesk-audit', entries: [] })
})
