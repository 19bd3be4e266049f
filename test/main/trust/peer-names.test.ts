import { expect, test } from 'vitest'
import { namesPeer } from '#main/trust/peer-names.ts'

const peer = { ip: '192.168.2.2', name: 'pc1' }

test.each([
  ['IP Address:192.168.2.2', true],
  ['DNS:otro, IP Address:192.168.2.2', true],
  ['DNS:pc1', true],
  ['DNS:PC1.aula1.example', true],
  ['IP Address:192.168.2.3', false],
  ['IP Address:192.168.2.22', false],
  ['DNS:192.168.2.2', false],
  ['DNS:*.example', false],
  ['DNS:pc10', false],
  ['DNS:aula1.pc1', false],
  ['URI:https://pc1', false],
  // One name that pretends to be two.
  ['DNS:"x, IP Address:192.168.2.2, y"', false],
  ['', false]
])('%s', (names, expected) => {
  expect(namesPeer(names, peer)).toBe(expected)
})
