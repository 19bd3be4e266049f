/** Partition tables as agents send them: protocol.md section 2. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layoutText } from '../../../lab/agent/layout-text.ts'
import { cfgOf, parseCfg, CFG_PROBLEMS } from '#main/ogagent/cfg.ts'
import { failure } from '#shared/domain/failures.ts'
import { expectSentences } from '../../support/sentences.ts'

const TABLE = [
  'ser=VB1234',
  'disk=1\tpar=0\tcpt=2\tfsi=\tsoi=\ttam=524288000\tuso=0',
  'disk=1\tpar=1\tcpt=EF00\tfsi=FAT32\tsoi=\ttam=524288\tuso=2',
  'disk=1\tpar=2\tcpt=8300\tfsi=EXT4\tsoi=Ubuntu 24.04 LTS\ttam=515373056\tuso=11'
]
const PARTITIONS = [
  { disk: 1, partition: 0, code: '2', fileSystem: 'EMPTY', sizeKb: 524288000, usagePercent: 0, system: '' },
  { disk: 1, partition: 1, code: 'ef00', fileSystem: 'FAT32', sizeKb: 524288, usagePercent: 2, system: '' },
  {
    disk: 1,
    partition: 2,
    code: '8300',
    fileSystem: 'EXT4',
    sizeKb: 515373056,
    usagePercent: 11,
    system: 'Ubuntu 24.04 LTS'
  }
]
const READ = { ok: true, serialNumber: 'VB1234', partitions: PARTITIONS }

/** The same ones in another order. */
const turned = <T>(list: readonly T[]): T[] => [...list.slice(2), ...list.slice(0, 2)]

describe('a table', () => {
  test.each([
    ['as agents send it', TABLE.join('\n')],
    ['with line ends of another system, and empty lines', `${TABLE.join('\r\n')}\r\n\n`],
    ['in another order', turned(TABLE).join('\n')],
    ['with its fields in another order', TABLE.map((line) => turned(line.split('\t')).join('\t')).join('\n')],
    ['with fields that nobody knows', TABLE.map((line) => `new=1\t${line}\tflag`).join('\n')]
  ])('%s', (_what, text) => {
    expect(parseCfg(text)).toEqual(READ)
  })

  test('as JSON arrays, and as their text', () => {
    const list = [
      { ser: 'VB1234' },
      ...PARTITIONS.map(({ disk, partition, code, fileSystem, sizeKb, usagePercent, system }) => ({
        disk,
        par: String(partition),
        cpt: code,
        fsi: fileSystem,
        soi: system,
        tam: sizeKb,
        uso: usagePercent
      }))
    ]
    expect(parseCfg(list)).toEqual(READ)
    expect(parseCfg(JSON.stringify(list))).toEqual(READ)
  })

  test('a result that brings none is told from one that brings a bad one', () => {
    expect([cfgOf(undefined), cfgOf(null), cfgOf('')]).toEqual([null, null, null])
    expect(cfgOf(' ')).toMatchObject({ ok: false, problem: 'empty' })
  })
})

describe('what is wrong is named', () => {
  const record = 'disk=1\tpar=1\tcpt=83\tfsi=EXT4\tsoi=\ttam=10\tuso=1'
  test.each([
    [7, { problem: 'format' }],
    ['[1]', { problem: 'format' }],
    ['[{', { problem: 'format' }],
    ['ser=X', { problem: 'empty' }],
    ['<html>', { problem: 'missing', params: { record: 1, field: 'disk' } }],
    [record.replace('tam=10', 'tam='), { problem: 'missing', params: { record: 1, field: 'tam' } }],
    [record.replace('tam=10', 'tam=10.5'), { problem: 'number', params: { field: 'tam', value: '10.5' } }],
    [record.replace('tam=10', 'tam=-1'), { problem: 'number', params: { value: '-1' } }],
    [record.replace('disk=1', 'disk=0'), { problem: 'number', params: { field: 'disk' } }],
    [record.replace('uso=1', 'uso=101'), { problem: 'number', params: { field: 'uso', value: '101' } }],
    [record.replace('cpt=83', 'cpt=LINUX'), { problem: 'code', params: { value: 'linux' } }],
    [`${record}\n${record}`, { problem: 'duplicate', params: { record: 2, value: '1.1' } }],
    [Array.from({ length: 600 }, () => ({})), { problem: 'too-many' }]
  ])('%j', (cfg, expected) => {
    const parsed = parseCfg(cfg)
    expect(parsed).toMatchObject({ ok: false, ...expected })
    if (parsed.ok) throw new Error('unreachable')
    expect(CFG_PROBLEMS).toContain(parsed.problem)
    expectSentences(
      failure('cfg-invalid', { client: 'modelo', cfgProblem: parsed.problem, ...parsed.params }, parsed.raw)
    )
  })
})

const word = fc.string({ maxLength: 30 }).map((text) => text.replace(/[\t\r\n]/g, ' ').trim())
const partition = fc.record({
  partition: fc.integer({ min: 1, max: 128 }),
  code: fc.constantFrom('83', '7', 'ef00', '8300', 'c01'),
  fileSystem: fc.constantFrom('EXT4', 'NTFS', 'EMPTY'),
  sizeKb: fc.integer({ min: 0, max: 2 ** 45 }),
  usagePercent: fc.integer({ min: 0, max: 100 }),
  system: word.filter((text) => !text.includes('='))
})
const disks = fc.uniqueArray(
  fc.record({
    disk: fc.integer({ min: 1, max: 9 }),
    tableCode: fc.constantFrom('1', '2'),
    sizeKb: fc.integer({ min: 0, max: 2 ** 45 }),
    partitions: fc.uniqueArray(partition, { selector: (row) => row.partition, maxLength: 20 })
  }),
  { selector: ({ disk }) => disk, minLength: 1, maxLength: 4 }
)

test('what the lab writes is read as it was meant', () => {
  fc.assert(
    fc.property(disks, (layout) => {
      const described = layout.map((disk) => ({
        ...disk,
        file: '',
        fileBytes: 0,
        table: 'GPT' as const,
        partitions: disk.partitions.map((row) => ({
          ...row,
          disk: disk.disk,
          cloneable: true,
          fileOffset: 0,
          fileBytes: 0
        }))
      }))
      const parsed = parseCfg(layoutText('VB1', described))
      const wanted = layout
        .flatMap(({ disk, tableCode: code, sizeKb, partitions }) => [
          { disk, partition: 0, code, fileSystem: 'EMPTY', sizeKb, usagePercent: 0, system: '' },
          ...partitions.map((row) => ({ disk, ...row }))
        ])
        .sort((one, other) => one.disk - other.disk || one.partition - other.partition)
      expect(parsed).toEqual({ ok: true, serialNumber: 'VB1', partitions: wanted })
    })
  )
})

test('whatever comes, it answers', () => {
  const pieces = fc.constantFrom(
    'disk=',
    'par=',
    'tam=',
    'cpt=',
    'uso=',
    '\t',
    '\n',
    '=',
    '1',
    '0',
    '-',
    'ser=',
    '[',
    '{'
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.anything(),
        fc.string(),
        fc.array(pieces).map((parts) => parts.join('')),
        fc.array(fc.dictionary(fc.constantFrom('disk', 'par', 'tam', 'cpt', 'ser'), fc.anything()))
      ),
      (cfg) => {
        expect(typeof parseCfg(cfg).ok).toBe('boolean')
      }
    )
  )
})
