/** Disk layouts as agents take them: protocol.md section 1. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeCfg } from '#main/ogagent/cfg-out.ts'
import { diskLayoutInput, type DiskLayoutInput } from '#shared/contract/orders.ts'
import { partitionTypeName } from '#shared/domain/partition-codes.ts'

const EXAMPLE = 'dis=1*che=0*tch=0!par=1*cpt=LINUX*sfi=EXT4*tam=11000000*ope=0%'
const LAYOUT: DiskLayoutInput = {
  disk: 1,
  table: 'MSDOS',
  cacheKb: null,
  partitions: [{ partition: 1, code: '83', fileSystem: 'EXT4', sizeKb: 11_000_000, format: false }]
}

test('the text of the protocol’s example', () => {
  expect(encodeCfg(LAYOUT)).toBe(EXAMPLE)
})

test('a cache, a partition to format, one to drop, and one without a file system', () => {
  expect(
    encodeCfg({
      disk: 2,
      table: 'GPT',
      cacheKb: 20_971_520,
      partitions: [
        { partition: 1, code: 'ef00', fileSystem: 'FAT32', sizeKb: 524_288, format: true },
        { partition: 2, code: '0', fileSystem: 'EMPTY', sizeKb: 0, format: false },
        { partition: 3, code: 'c01', fileSystem: '', sizeKb: 16_384, format: false }
      ]
    })
  ).toBe(
    'dis=2*che=1*tch=20971520!par=1*cpt=EFI*sfi=FAT32*tam=524288*ope=1%' +
      'par=2*cpt=EMPTY*sfi=EMPTY*tam=0*ope=0%par=3*cpt=WIN-RESERV*sfi=EMPTY*tam=16384*ope=0%'
  )
})

/** Reads the text as an agent does, by its separators alone. */
function parsed(cfg: string) {
  const [head = '', rows = ''] = cfg.split('!')
  const fields = (text: string) => Object.fromEntries(text.split('*').map((field) => field.split('=')))
  const { dis, che, tch } = fields(head)
  return {
    disk: Number(dis),
    cacheKb: che === '1' ? Number(tch) : null,
    partitions: rows
      .split('%')
      .filter(Boolean)
      .map(fields)
      .map(({ par, cpt, sfi, tam, ope }) => ({
        partition: Number(par),
        type: cpt,
        fileSystem: sfi,
        sizeKb: Number(tam),
        format: ope === '1'
      }))
  }
}

const layouts = fc.record({
  disk: fc.integer({ min: 1, max: 9 }),
  table: fc.constantFrom('MSDOS' as const, 'GPT' as const),
  cacheKb: fc.option(fc.integer({ min: 1, max: 2 ** 45 })),
  partitions: fc.array(
    fc.record({
      partition: fc.integer({ min: 1, max: 128 }),
      code: fc.oneof(
        fc.constantFrom('0', '7', '83', '8300', 'ef00', '10000'),
        fc.stringMatching(/^[0-9a-f]{1,6}$/)
      ),
      fileSystem: fc.stringMatching(/^[\w+.-]{1,20}$/),
      sizeKb: fc.integer({ min: 0, max: 2 ** 45 }),
      format: fc.boolean()
    }),
    { maxLength: 128 }
  )
})

test('whatever the contract takes is read as it was meant', () => {
  fc.assert(
    fc.property(layouts, (layout) => {
      const input = diskLayoutInput.parse(layout)
      expect(parsed(encodeCfg(input))).toEqual({
        disk: input.disk,
        cacheKb: input.cacheKb,
        partitions: input.partitions.map(({ code, ...row }) => ({ ...row, type: partitionTypeName(code) }))
      })
    })
  )
})

test('a file system whose name would mean something between the fields is refused', () => {
  for (const fileSystem of ['EXT4%par=2', 'a*b', 'a=b', 'a!b', 'a b'])
    expect(
      diskLayoutInput.safeParse({ ...LAYOUT, partitions: [{ ...LAYOUT.partitions[0], fileSystem }] }).success
    ).toBe(false)
})
