import type { DiskDescription } from '../types.ts'

/**
 * The disk layout as agents report it, `cfg` received [L]: records joined by newline, fields by tab, first the serial
 * number; partition 0 is the disk itself. Sizes in KB, use in percent.
 */
export function layoutText(serialNumber: string, disks: DiskDescription[]): string {
  return [
    record({ ser: serialNumber }),
    ...disks.flatMap(({ disk, tableCode, sizeKb, partitions }) => [
      record({ disk, par: 0, cpt: tableCode, fsi: '', soi: '', tam: sizeKb, uso: 0 }),
      ...partitions.map(({ partition, code, fileSystem, system, sizeKb: tam, usagePercent }) =>
        record({ disk, par: partition, cpt: code, fsi: fileSystem, soi: system, tam, uso: usagePercent })
      )
    ])
  ].join('\n')
}

function record(values: Record<string, string | number>): string {
  return Object.entries(values)
    .map(([field, value]) => `${field}=${value}`)
    .join('\t')
}
