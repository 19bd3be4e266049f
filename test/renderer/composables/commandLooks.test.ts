import { expect, test } from 'vitest'
import type { ClientState } from '#shared/domain/states.ts'
import { nobodyFor } from '../../../src/renderer/composables/commandLooks.ts'
import { clientRow } from '../../support/clients.ts'

const inState = (state: ClientState, hasSecret = true) => clientRow({ id: 1, state, hasSecret })

test('a command that reaches one of the computers is held up by nothing', () => {
  const mixed = [inState('off'), inState('og-live'), inState('windows-session')]
  for (const command of ['power-on', 'power-off', 'message', 'refresh'] as const) {
    expect(nobodyFor(command, mixed)).toBeNull()
  }
})

test('a command that reaches nobody says what it would need', () => {
  expect(nobodyFor('power-on', [inState('linux'), inState('og-live')])).toBe('wake')
  expect(nobodyFor('power-off', [inState('off')])).toBe('any')
  expect(nobodyFor('hardware-inventory', [inState('windows')])).toBe('og-live')
  expect(nobodyFor('message', [inState('og-live'), inState('windows', false)])).toBe('system')
})
