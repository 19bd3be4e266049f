/** Bulk imports: the formats that are read, what can be wrong with a line, and what a row would do. */

/** In the order in which a file is tried when nobody names its format. */
export const IMPORT_FORMATS = ['ogdesk', 'kea', 'ogadmbd', 'dhcpd', 'dnsmasq', 'csv'] as const
export type ImportFormat = (typeof IMPORT_FORMATS)[number]

/** Something that was read and cannot be used, in one of these ways; `imports.problems` has a sentence for each. */
export const SOURCE_PROBLEMS = [
  'syntax',
  'no-mac',
  'bad-mac',
  'several-macs',
  'no-ip',
  'bad-ip',
  'ip-is-a-name',
  'no-name',
  'bad-value',
  'unknown-reference',
  'missing-column',
  'too-few-columns',
  'unsupported'
] as const

/** What is wrong with a row once it is compared with the inventory and with the other rows. */
export const PLAN_PROBLEMS = [
  'invalid-value',
  'mac-twice',
  'ip-twice',
  'name-twice',
  'row-twice',
  'mac-taken',
  'ip-taken',
  'name-taken',
  'address-taken',
  'outside-subnet',
  'no-unit',
  'unit-kind',
  'unknown-repository',
  'unknown-subnet',
  'unknown-unit',
  'image-name',
  'image-busy',
  'certificate-mismatch',
  'needs-failed'
] as const

/** What does not forbid a row, and should be looked at before it is picked. */
export const PLAN_WARNINGS = ['outside-network', 'known-by-ip'] as const

/** `line`: something that could not be read, and so is of no kind. */
export const ROW_KINDS = ['repository', 'subnet', 'unit', 'client', 'image', 'smart-group', 'line'] as const
export type RowKind = (typeof ROW_KINDS)[number]

export const ROW_EFFECTS = ['new', 'changed', 'unchanged', 'error'] as const
export type RowEffect = (typeof ROW_EFFECTS)[number]

/** By what a computer of the inventory was recognised. */
export const CLIENT_MATCHES = ['mac', 'name', 'ip'] as const
export type ClientMatch = (typeof CLIENT_MATCHES)[number]

export const EXPORT_FORMATS = ['csv', 'dhcpd', 'kea', 'ogdesk'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** The largest file that is taken, in bytes. */
export const IMPORT_MAX_BYTES = 40 * 1024 * 1024
