/** Nothing is done that is not in the audit first; and what is asked of the audit is what it answers. */
import { userInfo } from 'node:os'
import { expect, test } from 'vitest'
import { startTestConsole } from '../../support/console.ts'
import { execute } from '../../support/database.ts'
import { temporaryFolder } from '../../support/files.ts'
import { startFleet } from '../../support/fleet.ts'

/** From now on no row goes into this table. */
const close = (directory: string, table: string) =>
  execute(
    directory,
    `create trigger closed before insert on ${table} begin select raise(abort, 'closed'); end`
  )
const DOCUMENT = {
  format: 'ogdesk-inventory',
  version: 2,
  units: [{ type: 'classroom', name: 'Aula 2', clients: [] }]
}

test('where no entry can be written, nothing is done and nobody is called', async () => {
  const dataDirectory = await temporaryFolder()
  const { api, ids, calls, console } = await startFleet(1, { dataDirectory })
  await api.clients.refresh({ id: ids[0]! })
  const before = await api.inventory.snapshot()
  close(dataDirectory, 'audit_entries')
  const order = { command: 'refresh' } as const
  await expect(
    api.commands.run({ order, clientIds: ids, moment: { kind: 'now' }, target: 'pc0' })
  ).rejects.toThrow('closed')
  await expect(api.inventory.createUnit({ type: 'classroom', name: 'Aula 2' })).rejects.toThrow('closed')
  await expect(api.trust.changeToken()).rejects.toThrow('closed')
  expect(() => console.importInventory(DOCUMENT)).toThrow('closed')
  expect(await api.inventory.snapshot()).toEqual(before)
  expect((await api.trust.get()).token.since).toBeNull()
  expect((await api.traces.list({})).total).toBe(0)
  expect(calls).toHaveLength(0)
})

test('what was done is done, though its outcome cannot be written', async () => {
  const dataDirectory = await temporaryFolder()
  const { api, logs } = await startTestConsole({ dataDirectory })
  close(dataDirectory, 'audit_outcomes')
  expect(await api.inventory.createUnit({ type: 'classroom', name: 'Aula 2' })).toMatchObject({
    name: 'Aula 2'
  })
  expect((await api.audit.list({})).entries).toMatchObject([{ subject: 'Aula 2', outcome: null }])
  expect(logs.map(({ message }) => message)).toContain('the outcome of an audited action was not written')
})

test('what went wrong inside has failed, and is not said to be done', async () => {
  const dataDirectory = await temporaryFolder()
  const { api } = await startTestConsole({ dataDirectory })
  close(dataDirectory, 'subnets')
  const subnet = { name: 'Red', address: '10.0.0.0', netmask: '255.0.0.0' }
  await expect(api.inventory.createSubnet(subnet)).rejects.toThrow('closed')
  expect((await api.audit.list({})).entries).toMatchObject([{ outcome: 'failed', failure: null }])
})

test('it is searched by who, what, when and to what, together or alone', async () => {
  const { api, clock } = await startTestConsole()
  const create = (name: string) => api.inventory.createUnit({ type: 'classroom', name })
  const began = clock.now()
  const { id } = await create('Aula 1')
  clock.advance(60_000)
  await create('Aula 2')
  clock.advance(60_000)
  await api.inventory.remove({ unitIds: [id] })
  const subjects = async (filter: Parameters<typeof api.audit.list>[0]) => {
    const { entries, total } = await api.audit.list(filter)
    expect(total).toBe(entries.length)
    return entries.map(({ subject }) => subject)
  }
  const removed = `Aula 1 (#${id})`
  expect(await subjects({})).toEqual([removed, 'Aula 2', 'Aula 1'])
  expect(await subjects({ user: userInfo().username })).toHaveLength(3)
  expect(await subjects({ user: 'nadie' })).toEqual([])
  expect(await subjects({ action: 'inventory.createUnit' })).toEqual(['Aula 2', 'Aula 1'])
  expect(await subjects({ from: began + 60_000 })).toEqual([removed, 'Aula 2'])
  expect(await subjects({ until: began + 60_000 })).toEqual(['Aula 1'])
  expect(await subjects({ text: 'AULA 1' })).toEqual([removed, 'Aula 1'])
  expect(await subjects({ dangerousOnly: true })).toEqual([removed])
  expect(await subjects({ text: '1', action: 'inventory.createUnit', until: began + 120_000 })).toEqual([
    'Aula 1'
  ])
})
