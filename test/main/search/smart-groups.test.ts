import { describe, expect, test } from 'vitest'
import { smartFilter } from '#shared/contract/inputs.ts'
import { failureOf, startTestConsole } from '../../support/console.ts'
import { execute } from '../../support/database.ts'
import { temporaryFolder } from '../../support/files.ts'
import { expectSentences } from '../../support/sentences.ts'

const OFF_WITH_WINDOWS = { states: ['off' as const], system: 'Windows 11' }

describe('smart groups', () => {
  test('are kept, renamed, changed and removed; every window is told', async () => {
    const { api, events } = await startTestConsole()
    const told = () => events.all.filter(({ type }) => type === 'smart-groups').length
    const group = await api.smartGroups.create({ name: ' Apagados ', filter: OFF_WITH_WINDOWS })
    expect(group).toMatchObject({ name: 'Apagados', filter: smartFilter.parse(OFF_WITH_WINDOWS) })
    await events.until(() => told() === 1)
    expect((await api.smartGroups.list()).groups).toEqual([group])

    const renamed = await api.smartGroups.update({ id: group.id, name: 'Aula 3' })
    expect(renamed).toEqual({ ...group, name: 'Aula 3' })
    const changed = await api.smartGroups.update({ id: group.id, filter: { text: 'pc' } })
    expect(changed).toEqual({ ...renamed, filter: smartFilter.parse({ text: 'pc' }) })
    await events.until(() => told() === 3)

    await api.smartGroups.remove({ id: group.id })
    await events.until(() => told() === 4)
    expect((await api.smartGroups.list()).groups).toEqual([])
  })

  test('have names of their own, and must be there', async () => {
    const { api, events } = await startTestConsole()
    const one = await api.smartGroups.create({ name: 'uno', filter: {} })
    const other = await api.smartGroups.create({ name: 'otro', filter: {} })
    await events.until(() => events.all.filter(({ type }) => type === 'smart-groups').length === 2)
    const failures = [
      await failureOf(api.smartGroups.create({ name: 'uno', filter: {} })),
      await failureOf(api.smartGroups.update({ id: other.id, name: 'uno' })),
      await failureOf(api.smartGroups.create({ name: '  ', filter: {} })),
      await failureOf(api.smartGroups.remove({ id: 99 }))
    ]
    expect(failures.map(({ code }) => code)).toEqual([
      'duplicate-name',
      'duplicate-name',
      'invalid-input',
      'not-found'
    ])
    failures.forEach(expectSentences)
    // Its own name is free to itself.
    expect(await api.smartGroups.update({ id: one.id, name: 'uno' })).toEqual(one)
  })

  test('of an older program ask what they asked', async () => {
    const dataDirectory = await temporaryFolder()
    await (await startTestConsole({ dataDirectory })).stop()
    execute(
      dataDirectory,
      `insert into smart_groups (name, filter, created_at) values ('viejo', '{"system":"Windows"}', 1)`
    )
    const { api } = await startTestConsole({ dataDirectory })
    expect((await api.smartGroups.list()).groups[0]?.filter).toEqual(smartFilter.parse({ system: 'Windows' }))
  })
})

test('what is installed on a computer comes with the inventory and with its changes', async () => {
  const { api, events } = await startTestConsole()
  const { id: unitId } = await api.inventory.createUnit({ type: 'classroom', name: 'Aula' })
  const { id } = await api.inventory.createClient({
    unitId,
    name: 'pc1',
    mac: '0A0000000001',
    ip: '10.0.0.1'
  })
  expect((await api.inventory.snapshot()).systems).toEqual([])
  const partition = (number: number, system: string) => ({
    disk: 1,
    partition: number,
    code: '83',
    sizeKb: 1,
    system
  })
  await api.inventory.setPartitions({
    clientId: id,
    partitions: [
      partition(1, 'Windows 11'),
      partition(2, 'DATA'),
      partition(3, ''),
      partition(4, 'Windows 11')
    ]
  })
  expect((await api.inventory.snapshot()).systems).toEqual([{ clientId: id, names: ['Windows 11'] }])
  const told = await events.until(() => events.all.find((event) => event.type === 'client'))
  expect(told).toMatchObject({ client: { id }, systems: ['Windows 11'] })
})
