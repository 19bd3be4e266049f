/** Inventories of hardware and software: kept, compared, taken along, and what they say of images. */
import { expect, test, onTestFinished } from 'vitest'
import type { ExportSelection } from '#shared/contract/exports.ts'
import { clientInput } from '#shared/contract/inputs.ts'
import { createRecords } from '#main/records/records.ts'
import { createInventoryTakers } from '#main/records/take.ts'
import { createEngine, IMAGE_ID } from '../../support/engine.ts'
import { expectSentences } from '../../support/sentences.ts'

const HARDWARE = 'cpu=Intel i5\nmem=8GiB (A)\nmem=8GiB (B)\ndis=SSD 500'
const SOFTWARE = 'Debian 12\nbash 5.2\nvim 9.0'

function desk() {
  const engine = createEngine()
  onTestFinished(() => engine.close())
  const { tables, clock, write } = engine
  const takers = createInventoryTakers(tables, clock.now)
  const modelo = tables.clients.all()[0]!
  const other = tables.clients.insert(
    clientInput.parse({ unitId: modelo.unitId, name: '=pc2', mac: '08:00:27:00:00:02', ip: '192.168.2.3' }),
    clock.now()
  )
  const trace = (clientId: number, partition = 2) => ({
    clientId,
    clientName: 'modelo',
    input: JSON.stringify({ nfn: 'x', ids: '0', dsk: '1', par: String(partition) })
  })
  return {
    ...engine,
    modelo,
    otherId: other.id,
    takers,
    trace,
    records: createRecords(tables),
    hardware: (clientId: number, hardware: string) =>
      write((changes) => takers.hardware.succeeded(trace(clientId), { hardware, software: null }, changes)),
    software: (clientId: number, software: string, partition?: number) =>
      write((changes) =>
        takers.software.succeeded(trace(clientId, partition), { hardware: null, software }, changes)
      )
  }
}

test('what is found again moves the time when it was seen; what is new is a new inventory', () => {
  const { hardware, software, records, modelo, clock } = desk()
  const first = clock.now()
  hardware(modelo.id, HARDWARE)
  software(modelo.id, SOFTWARE)
  clock.advance(60_000)
  hardware(modelo.id, 'dis=SSD 500\nmem=8GiB (B)\nmem=8GiB (A)\ncpu=Intel i5')
  software(modelo.id, 'Debian 12\nvim 9.0\nbash 5.2\nvim 9.0')
  expect(records.list(modelo.id)).toMatchObject({
    hardware: [{ at: first, seenAt: clock.now(), count: 4 }],
    software: [{ at: first, seenAt: clock.now(), count: 2, system: 'Debian 12', disk: 1, partition: 2 }]
  })
  software(modelo.id, 'Debian 12\nbash 5.2')
  software(modelo.id, SOFTWARE, 3)
  expect(records.list(modelo.id).software.map(({ partition, count }) => [partition, count])).toEqual([
    [3, 2],
    [2, 1],
    [2, 2]
  ])
})

test('the newest hundred of a computer, and of each of its partitions, are kept', () => {
  const { hardware, software, records, modelo, otherId } = desk()
  software(otherId, SOFTWARE)
  software(modelo.id, SOFTWARE, 3)
  for (let number = 1; number <= 103; number++) {
    hardware(modelo.id, `dis=${number}`)
    software(modelo.id, `Debian ${number}`)
  }
  const { hardware: parts, software: programs } = records.list(modelo.id)
  expect(parts).toHaveLength(100)
  expect(records.hardware(parts.at(-1)!.id).items).toEqual([{ type: 'dis', description: '4' }])
  expect(programs).toHaveLength(101)
  expect(programs[0]).toMatchObject({ system: 'Debian 103' })
  expect(records.list(otherId).software).toHaveLength(1)
})

test('a result that cannot be read is a failure with a sentence; one of a computer that is gone is dropped', () => {
  const { takers, trace, modelo, hardware, records } = desk()
  const nothing = { hardware: null, software: null }
  expect(takers.hardware.useless(trace(modelo.id), { ...nothing, hardware: HARDWARE })).toBeNull()
  for (const bad of [
    takers.hardware.useless(trace(modelo.id), nothing),
    takers.hardware.useless(trace(modelo.id), { ...nothing, hardware: '<html>' }),
    takers.software.useless(trace(modelo.id), { ...nothing, software: ' ' })
  ]) {
    expect(bad).toMatchObject({ code: 'inventory-invalid' })
    expectSentences(bad)
  }
  hardware(999, HARDWARE)
  expect(records.list(modelo.id).hardware).toEqual([])
})

test('two computers, or two dates, are compared', () => {
  const { hardware, software, records, modelo, otherId } = desk()
  software(modelo.id, SOFTWARE)
  software(otherId, 'Debian 12\nbash 5.3\ngimp 2.10')
  hardware(modelo.id, HARDWARE)
  hardware(modelo.id, `${HARDWARE}\nnet=Realtek`)
  const [one] = records.list(modelo.id).software
  const [two] = records.list(otherId).software
  expect(records.compare('software', one!.id, two!.id)).toMatchObject({
    before: { clientId: modelo.id, system: 'Debian 12' },
    after: { clientId: otherId },
    difference: {
      added: ['gimp 2.10'],
      removed: ['vim 9.0'],
      changed: [{ name: 'bash', before: '5.2', after: '5.3' }],
      same: 0
    }
  })
  const [now, before] = records.list(modelo.id).hardware
  expect(records.compare('hardware', before!.id, now!.id).difference).toEqual({
    added: ['net=Realtek'],
    removed: [],
    changed: [],
    same: 4
  })
})

test('CSV: one inventory, or the latest of a classroom; no cell is a formula', async () => {
  const { hardware, software, records, modelo, otherId } = desk()
  software(modelo.id, 'Debian 11\nold 1')
  software(modelo.id, SOFTWARE)
  software(otherId, 'Windows 11\n=cmd 1.0')
  hardware(modelo.id, HARDWARE)
  const made = await records.export({
    kind: 'software',
    of: { unitIds: [modelo.unitId] },
    separator: ';'
  })
  expect(made).toMatchObject({ fileName: 'software-aula-demo.csv', clients: 2 })
  const lines = made.content.slice(1).split('\r\n')
  expect(lines[0]).toBe('Equipo;IP;Unidad;Disco;Partición;Sistema;Programa;Versión;Visto (UTC)')
  expect(lines[1]).toMatch(/^modelo;192\.168\.2\.2;Aula Demo;1;2;Debian 12;bash;5\.2;\d{4}-/)
  expect(lines[3]).toMatch(/^'=pc2;192\.168\.2\.3;Aula Demo;1;2;Windows 11;'=cmd;1\.0;/)
  expect(lines).toHaveLength(5)

  const [, old] = records.list(modelo.id).software
  const one = await records.export({ kind: 'software', of: { id: old!.id }, separator: ',' })
  expect(one).toMatchObject({ fileName: 'software-modelo.csv', clients: 1 })
  expect(one.content).toContain('Debian 11,old,1,')
  const parts = await records.export({ kind: 'hardware', of: 'all', separator: ';' })
  expect(parts.content).toContain(';cpu;Procesador;Intel i5;')
  expect(parts.clients).toBe(1)
})

test('the software of an image: of its source nearest to its making, or of who carries it', () => {
  const { software, records, modelo, otherId, tables, clock, createImage } = desk()
  createImage()
  expect(records.ofImage(IMAGE_ID)).toBeNull()
  clock.advance(1000)
  const fullsum = 'a'.repeat(32)
  tables.images.update(IMAGE_ID, { state: 'success', fullsum, readyAt: clock.now() })
  clock.advance(1000)
  // Something else may lie there by now.
  software(modelo.id, 'Debian 13\nlater 1')
  expect(records.ofImage(IMAGE_ID)).toBeNull()

  const place = { disk: 1, partition: 2, imageId: IMAGE_ID, imageName: 'image-test', fullsum }
  tables.deployedImages.put({ ...place, clientId: otherId, deployedAt: clock.now() })
  clock.advance(1000)
  software(otherId, 'Debian 12\ncarried 1')
  expect(records.ofImage(IMAGE_ID)).toMatchObject({
    basis: 'carrier',
    inventory: { clientId: otherId, programs: ['carried 1'] }
  })

  tables.deployedImages.put({ ...place, clientId: modelo.id, deployedAt: clock.now() })
  expect(records.ofImage(IMAGE_ID)).toMatchObject({ basis: 'source', inventory: { programs: ['later 1'] } })
})

test('computers are found by a program: words of its name and version, without accents and capitals', async () => {
  const { software, records, modelo, otherId, tables } = desk()
  software(modelo.id, 'Debian 12\nLibreOffice Writer 7.5.2\nGestión "nóminas" 3.1')
  software(modelo.id, 'Windows 11\nLibreOffice Writer 7.4', 3)
  // What is no longer there is not found.
  software(otherId, 'Debian 12\nLibreOffice Writer 7.5.2')
  software(otherId, 'Debian 12\nLibreOffice Writer 24.2')
  const find = (question: string, of: ExportSelection = 'all') => records.programs.find({ question, of })

  expect(await find('libreoffice 7.5')).toEqual({
    found: [
      {
        clientId: modelo.id,
        disk: 1,
        partition: 2,
        system: 'Debian 12',
        seenAt: expect.any(Number) as number,
        programs: ['LibreOffice Writer 7.5.2']
      }
    ],
    known: 2,
    unknown: 0
  })
  expect((await find('LIBRE writer')).found.map(({ partition }) => partition).sort()).toEqual([2, 2, 3])
  expect((await find('gestion "nominas"')).found).toMatchObject([{ programs: ['Gestión "nóminas" 3.1'] }])
  // Words of two programs are none.
  expect((await find('writer 3.1')).found).toEqual([])
  expect((await find('writer', { clientIds: [otherId] })).found).toMatchObject([{ clientId: otherId }])

  const third = tables.clients.insert(
    clientInput.parse({ unitId: modelo.unitId, name: 'pc3', mac: '08:00:27:00:00:03', ip: '192.168.2.4' }),
    0
  )
  expect(await find('nada', { unitIds: [modelo.unitId] })).toEqual({ found: [], known: 2, unknown: 1 })
  expect((await find('writer', { clientIds: [third.id] })).unknown).toBe(1)

  const file = await records.programs.export({ question: 'writer 7', of: 'all', separator: ';' })
  expect(file.clients).toBe(1)
  expect(
    file.content
      .trim()
      .split('\r\n')
      .slice(1)
      .map((row) => row.split(';').slice(3, 8))
  ).toEqual([
    ['1', '2', 'Debian 12', 'LibreOffice Writer', '7.5.2'],
    ['1', '3', 'Windows 11', 'LibreOffice Writer', '7.4']
  ])
})
