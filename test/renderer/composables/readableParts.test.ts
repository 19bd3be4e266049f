import { expect, test } from 'vitest'
import { readableParts } from '../../../src/renderer/composables/readableParts.ts'

const encoded = (script: string): string => btoa(encodeURIComponent(script))

test('texts of several lines, scripts and lists are read by themselves', () => {
  const body = {
    nfn: 'x',
    sft: 'Debian\nbash 5.2\n',
    hrd: ['cpu=x', 'mem=y'],
    scp: 'date',
    script: encoded('echo ñ\ndate'),
    der: 'one line\n',
    res: 1,
    empty: []
  }
  expect(readableParts(JSON.stringify(body))).toEqual([
    { key: 'sft', text: 'Debian\nbash 5.2\n' },
    { key: 'hrd', text: 'cpu=x\nmem=y' },
    { key: 'scp', text: 'date' },
    { key: 'script', text: 'echo ñ\ndate' }
  ])
})

test.each(['', 'no JSON', '[1]', 'null', '{"script":"%%%"}'])('%j has none', (raw) => {
  expect(readableParts(raw)).toEqual([])
})
