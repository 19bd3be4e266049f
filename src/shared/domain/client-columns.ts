/** The table of computers: what it shows of each, two values a column, and by what it can be sorted. */

/** Columns that can be chosen; the name is always there. */
export const CLIENT_COLUMNS = ['address', 'state', 'unit', 'image', 'ogLive', 'system', 'agent'] as const
export type ClientColumn = (typeof CLIENT_COLUMNS)[number]
export const DEFAULT_CLIENT_COLUMNS: readonly ClientColumn[] = ['address', 'state', 'unit', 'image', 'ogLive']

export const CLIENT_FIELDS = [
  'name',
  'id',
  'ip',
  'mac',
  'state',
  'sessionUser',
  'unit',
  'subnet',
  'image',
  'imageVersion',
  'ogLive',
  'pxe',
  'system',
  'serialNumber',
  'agentVersion',
  'reportedAt'
] as const
export type ClientField = (typeof CLIENT_FIELDS)[number]

/** The two values of each column, one below the other. */
export const COLUMN_FIELDS: Readonly<
  Record<ClientColumn | 'name', readonly [upper: ClientField, lower: ClientField]>
> = {
  name: ['name', 'id'],
  address: ['ip', 'mac'],
  state: ['state', 'sessionUser'],
  unit: ['unit', 'subnet'],
  image: ['image', 'imageVersion'],
  ogLive: ['ogLive', 'pxe'],
  system: ['system', 'serialNumber'],
  agent: ['agentVersion', 'reportedAt']
}
