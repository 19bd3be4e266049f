/** How two inventories differ. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hardwareDifference, programOf, softwareDifference } from '#shared/domain/inventories.ts'

describe('a program', () => {
  test.each([
    ['bash 5.2.15-2+b2', 'bash', '5.2.15-2+b2'],
    ['openssh-server 1:9.2p1-2+deb12u1', 'openssh-server', '1:9.2p1-2+deb12u1'],
    ['7-Zip 23.01 (x64) 23.01', '7-Zip (x64)', '23.01'],
    ['Mozilla Firefox (x64 es-ES) 115.6.0', 'Mozilla Firefox (x64 es-ES)', '115.6.0'],
    ['LibreOffice 7', 'LibreOffice', '7'],
    ['Paint 3D', 'Paint 3D', ''],
    ['vim', 'vim', ''],
    ['7', '7', '']
  ])('%s', (line, name, version) => {
    expect(programOf(line)).toEqual({ name, version })
  })
})

test('what came, what went, and what has another version', () => {
  expect(
    softwareDifference(
      ['bash 5.1', 'gimp 2.10', 'nano', 'Python 3.10.1 (64-bit) 3.10.1', 'vim 9.0'],
      ['bash 5.2', 'inkscape 1.3', 'nano', 'Python 3.12.0 (64-bit) 3.12.0', 'vim 9.0']
    )
  ).toEqual({
    added: ['inkscape 1.3'],
    removed: ['gimp 2.10'],
    changed: [
      { name: 'bash', before: '5.1', after: '5.2' },
      { name: 'Python (64-bit)', before: '3.10.1', after: '3.12.0' }
    ],
    same: 2
  })
})

test('hardware: one part in place of another of its type, and a second one of the same', () => {
  const cpu = { type: 'cpu', description: 'Intel i5' }
  const memory = { type: 'mem', description: '8GiB' }
  expect(
    hardwareDifference(
      [cpu, memory, { type: 'dis', description: 'HDD 500' }],
      [memory, cpu, memory, { type: 'dis', description: 'SSD 500' }]
    )
  ).toEqual({
    added: ['mem=8GiB'],
    removed: [],
    changed: [{ name: 'dis', before: 'HDD 500', after: 'SSD 500' }],
    same: 2
  })
})

const program = fc.tuple(
  fc.constantFrom('bash', 'Bash', 'gimp', 'vim', ''),
  fc.constantFrom('', '1.0', '2.0', '3D')
)
const programs = fc.array(program.map((words) => words.join(' ').trim()))

test('every line is told of once, and the other way round it is the other way round', () => {
  fc.assert(
    fc.property(programs, programs, (before, after) => {
      const { added, removed, changed, same } = softwareDifference(before, after)
      expect(removed.length + changed.length + same).toBe(before.length)
      expect(added.length + changed.length + same).toBe(after.length)
      const back = softwareDifference(after, before)
      expect(back.same).toBe(same)
      expect(back.changed).toHaveLength(changed.length)
      expect(softwareDifference(before, before)).toMatchObject({ added: [], removed: [], changed: [] })
    })
  )
})
