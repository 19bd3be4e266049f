import { describe, expect, test } from 'vitest'
import type { SeatChange } from '#shared/domain/seat-plan.ts'
import { failureOf, startTestConsole } from '../../support/console.ts'
import { temporaryFolder } from '../../support/files.ts'
import { expectSentences } from '../../support/sentences.ts'

const seat = (clientId: number, column: number, row: number): SeatChange => ({
  clientId,
  seat: { column, row }
})

/** Two classrooms of a centre; the first with a group of computers in it, and `count` computers, one in the group. */
async function classrooms(count = 3) {
  const dataDirectory = await temporaryFolder()
  const started = await startTestConsole({ dataDirectory })
  const { api } = started
  const unit = (type: 'centre' | 'classroom' | 'client-group', name: string, parentId?: number) =>
    api.inventory.createUnit({ type, name, ...(parentId === undefined ? {} : { parentId }) })
  const centre = await unit('centre', 'Centro')
  const classroom = await unit('classroom', 'Aula 1', centre.id)
  const other = await unit('classroom', 'Aula 2', centre.id)
  const group = await unit('client-group', 'Fila 1', classroom.id)
  const computer = (number: number, unitId: number) =>
    api.inventory.createClient({
      unitId,
      name: `pc${number}`,
      mac: `0800270000${number.toString(16).padStart(2, '0')}`,
      ip: `192.168.2.${number}`
    })
  const ids: number[] = []
  for (let number = 1; number <= count; number++) {
    ids.push((await computer(number, number === 2 ? group.id : classroom.id)).id)
  }
  const foreign = await computer(250, other.id)
  async function places() {
    const { clients } = await api.inventory.snapshot()
    return Object.fromEntries(clients.map((client) => [client.name, [client.planColumn, client.planRow]]))
  }
  async function grid() {
    const { units } = await api.inventory.snapshot()
    const { planColumns, planRows } = units.find(({ id }) => id === classroom.id)!
    return [planColumns, planRows]
  }
  const place = (seats: SeatChange[], size: { columns?: number | null; rows?: number | null } = {}) =>
    api.plan.place({ unitId: classroom.id, seats, ...size })
  return { ...started, dataDirectory, centre, classroom, group, ids, foreign, places, grid, place }
}

describe('placing', () => {
  test('seats computers of the classroom and of its groups, and swaps them; each is told', async () => {
    const { ids, place, places, events } = await classrooms()
    const [one, two] = ids as [number, number]
    await place([seat(one, 0, 0), seat(two, 1, 0)])
    await place([seat(one, 1, 0), seat(two, 0, 0)])
    expect(await places()).toMatchObject({ pc1: [1, 0], pc2: [0, 0], pc3: [null, null] })
    await events.until(() =>
      events.all.some(
        (event) => event.type === 'client' && event.client.name === 'pc2' && event.client.planColumn === 0
      )
    )
  })

  test('can be undone, the size of the grid too, and what has been done since is not trodden upon', async () => {
    const { ids, place, places, grid, api } = await classrooms()
    const [one, two, three] = ids as [number, number, number]
    await place([seat(one, 0, 0), seat(two, 4, 4)], { columns: 5, rows: 5 })
    const { undoId } = await place([seat(three, 0, 0), { clientId: one, seat: null }], {
      columns: 2,
      rows: 2
    })
    expect(await grid()).toEqual([2, 2])
    // pc2 was outside of the smaller grid.
    expect(await places()).toMatchObject({ pc1: [null, null], pc2: [null, null], pc3: [0, 0] })
    await api.inventory.undo({ undoId })
    expect(await grid()).toEqual([5, 5])
    expect(await places()).toMatchObject({ pc1: [0, 0], pc2: [4, 4], pc3: [null, null] })
    const { undoId: second } = await place([seat(two, 3, 3)])
    await place([seat(three, 4, 4)])
    expect(await failureOf(api.inventory.undo({ undoId: second }))).toMatchObject({
      code: 'seat-taken',
      params: { client: 'pc2', other: 'pc3' }
    })
    expect(await places()).toMatchObject({ pc1: [0, 0], pc2: [3, 3], pc3: [4, 4] })
  })

  test('many at once are one change of the inventory', async () => {
    const { ids, place, events } = await classrooms(60)
    await place(ids.map((id, index) => seat(id, index % 10, Math.floor(index / 10))))
    await place([seat(ids[0]!, 0, 9)])
    const clients = () => events.all.flatMap((event) => (event.type === 'client' ? [event.client] : []))
    await events.until(() => clients().length > 0)
    expect(clients()).toMatchObject([{ name: 'pc1', planColumn: 0, planRow: 9 }])
    expect(events.all.at(-2)).toMatchObject({ type: 'inventory' })
  })

  test('who moves to a group of the same classroom keeps its seat', async () => {
    const { api, ids, place, places, group, foreign } = await classrooms()
    await place([seat(ids[0]!, 2, 1)])
    await api.inventory.moveClients({ ids: [ids[0]!], unitId: group.id })
    expect(await places()).toMatchObject({ pc1: [2, 1] })
    await api.inventory.moveClients({ ids: [ids[0]!], unitId: foreign.unitId })
    expect(await places()).toMatchObject({ pc1: [null, null] })
  })

  test('is still so after a restart', async () => {
    const { ids, place, dataDirectory, stop } = await classrooms()
    await place([seat(ids[0]!, 2, 1)], { columns: 6, rows: 4 })
    await stop()
    const { api } = await startTestConsole({ dataDirectory })
    const { clients, units } = await api.inventory.snapshot()
    expect(clients[0]).toMatchObject({ planColumn: 2, planRow: 1 })
    expect(units).toContainEqual(expect.objectContaining({ name: 'Aula 1', planColumns: 6, planRows: 4 }))
  })
})

describe('refused, and nobody has moved', () => {
  test.each<[string, (site: Awaited<ReturnType<typeof classrooms>>) => SeatChange, object]>([
    ['seat-taken', ({ ids }) => seat(ids[2]!, 0, 0), { client: 'pc3', other: 'pc1', column: 1, row: 1 }],
    ['seat-outside', ({ ids }) => seat(ids[2]!, 4, 0), { client: 'pc3', column: 5, columns: 4, rows: 3 }],
    ['seat-foreign', ({ foreign }) => seat(foreign.id, 2, 2), { client: 'pc250', classroom: 'Aula 1' }],
    ['not-found', () => seat(9999, 2, 2), {}]
  ])('%s', async (code, wrong, params) => {
    const site = await classrooms()
    const { ids, place, places, grid } = site
    await place([seat(ids[0]!, 0, 0)], { columns: 4, rows: 3 })
    const before = [await places(), await grid()]
    const failure = await failureOf(place([seat(ids[1]!, 1, 1), wrong(site)], { rows: 3 }))
    expect(failure).toMatchObject({ code, params })
    expectSentences(failure)
    expect([await places(), await grid()]).toEqual(before)
  })

  test('a centre has no plan, and nobody sits twice', async () => {
    const { api, centre, ids, place } = await classrooms()
    const failure = await failureOf(api.plan.place({ unitId: centre.id, seats: [] }))
    expect(failure).toMatchObject({ code: 'plan-of-classroom', params: { name: 'Centro' } })
    expectSentences(failure)
    expect(await failureOf(api.plan.place({ unitId: 9999, seats: [] }))).toMatchObject({
      code: 'not-found'
    })
    expect(await failureOf(place([seat(ids[0]!, 0, 0), seat(ids[0]!, 1, 0)]))).toMatchObject({
      code: 'invalid-input',
      params: { field: 'seats', problem: 'el mismo equipo aparece dos veces' }
    })
    expect(await failureOf(place([], { columns: 101 }))).toMatchObject({ code: 'invalid-input' })
  })
})
