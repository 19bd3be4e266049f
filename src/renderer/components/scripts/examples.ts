/** Scripts to begin with, for who has none yet. Their texts are in the locale, under `scripts.samples`. */
import type { ScriptParameter } from '#shared/domain/scripts.ts'

interface Example {
  readonly key: 'clock' | 'status' | 'ipconfig' | 'gpupdate'
  readonly body: string
  readonly parameters: readonly (Omit<ScriptParameter, 'label'> & { readonly label: 'server' })[]
}

export const EXAMPLES: readonly Example[] = [
  {
    key: 'clock',
    body: [
      '#!/bin/bash',
      'set -e',
      'if command -v ntpdate >/dev/null; then',
      '  ntpdate -u {{servidor}}',
      'elif command -v chronyd >/dev/null; then',
      "  chronyd -q 'server {{servidor}} iburst'",
      'else',
      '  timedatectl set-ntp false',
      '  timedatectl set-ntp true',
      'fi',
      'hwclock --systohc',
      'date'
    ].join('\n'),
    parameters: [{ name: 'servidor', label: 'server', value: 'es.pool.ntp.org' }]
  },
  {
    key: 'status',
    body: ['#!/bin/bash', 'ip -brief address', 'df -hT -x tmpfs -x devtmpfs'].join('\n'),
    parameters: []
  },
  { key: 'ipconfig', body: 'ipconfig /all', parameters: [] },
  { key: 'gpupdate', body: 'gpupdate /force', parameters: [] }
]
