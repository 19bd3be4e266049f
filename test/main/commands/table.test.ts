import { describe, expect, test } from 'vitest'
import { engineBody, systemBody } from '#main/commands/table.ts'
import type { Order } from '#shared/contract/orders.ts'
import { BATCH_COMMANDS, COMMAND_FACTS } from '#shared/domain/commands.ts'
import { ACTIONS } from '#main/commands/table.ts'

const aim = { clientId: 1, image: null, repository: null }
const layout = {
  disk: 1,
  table: 'MSDOS',
  cacheKb: null,
  partitions: [{ partition: 1, code: '83', fileSystem: 'EXT4', sizeKb: 11_000_000, format: false }]
} as const

const BODIES: [Order, object][] = [
  [{ command: 'power-off' }, { nfn: 'Apagar' }],
  [{ command: 'reboot' }, { nfn: 'Reiniciar' }],
  [
    { command: 'login', disk: 1, partition: 2 },
    { nfn: 'IniciarSesion', dsk: '1', par: '2' }
  ],
  [
    { command: 'run-script', scriptId: null, name: 'x', script: 'echo ñ', inSession: false },
    { nfn: 'EjecutarScript', scp: 'echo ñ' }
  ],
  [{ command: 'refresh' }, { nfn: 'Actualizar' }],
  [{ command: 'hardware-inventory' }, { nfn: 'InventarioHardware' }],
  [
    { command: 'software-inventory', disk: 1, partition: 2 },
    { nfn: 'InventarioSoftware', dsk: '1', par: '2' }
  ],
  [
    { command: 'delete-cached-image', name: 'base' },
    { nfn: 'EliminarImagenCache', nci: 'base' }
  ],
  [
    { command: 'partition-and-format', layout: { ...layout, partitions: [...layout.partitions] } },
    {
      nfn: 'Configurar',
      dsk: '1',
      cfg: 'dis=1*che=0*tch=0!par=1*cpt=LINUX*sfi=EXT4*tam=11000000*ope=0%'
    }
  ]
]

test.each(BODIES)('ogLive is sent: %o', (order, body) => {
  expect(engineBody(order, aim)).toEqual({ ...body, ids: '0' })
})

describe('an installed system', () => {
  test('gets a script in base64 of its percent-encoded text', () => {
    const script = 'echo "¿ñ? 100%"\n\ud800'
    const order = { command: 'run-script', scriptId: null, name: 'x', script, inSession: true } as const
    const body = systemBody(order)!
    expect(body.client).toBe('true')
    const text = decodeURIComponent(Buffer.from(body.script!, 'base64').toString())
    expect(text).toBe('echo "¿ñ? 100%"\n\ufffd')
  })
  test('gets nothing but what it is told otherwise', () => {
    expect(systemBody({ command: 'reboot' })).toEqual({})
    expect(systemBody({ command: 'refresh' })).toBeNull()
    expect(engineBody({ command: 'logout' }, aim)).toBeNull()
  })
})

test('every command has what its doors need', () => {
  for (const command of BATCH_COMMANDS) {
    const { doors } = COMMAND_FACTS[command]
    expect([command, ACTIONS[command].ogLive !== undefined]).toEqual([command, doors.includes('og-live')])
    expect([command, ACTIONS[command].system !== undefined]).toEqual([command, doors.includes('system')])
  }
})
