import type { LabComputerOptions } from './types.ts'

/** The repository of the seed's demonstration [S]. */
export const SEED_REPOSITORY = { name: 'Repositorio 1', ip: '192.168.68.55' }

/** The two computers of the seed's demonstration [S]. pc1 runs Linux there, so it has no cloning engine. */
const SEED_COMPUTERS: LabComputerOptions[] = [
  { name: 'modelo', ip: '192.168.2.2', mac: '08:00:27:4F:BE:38', state: 'og-live' },
  { name: 'pc1', ip: '192.168.2.3', mac: '08:00:27:0B:88:BE', state: 'linux' }
]

/** The most that the seed's subnet 192.168.2.0/24 has room for, from .2 to .254. */
export const MOST_COMPUTERS = 253

/** modelo, pc1 … pc(N-1), with the seed's addresses and, from pc2 on, the ones that follow. Throws beyond 1 to 253. */
export function seedComputers(count: number): LabComputerOptions[] {
  if (!Number.isInteger(count) || count < 1 || count > MOST_COMPUTERS) {
    throw new Error(`a lab has 1 to ${MOST_COMPUTERS} computers, not ${count}`)
  }
  return Array.from({ length: count }, (_, index) => SEED_COMPUTERS[index] ?? furtherComputer(index))
}

/** Computers that no inventory has, with the addresses behind those of `known` others. Throws beyond the subnet's room. */
export function seedStrangers(count: number, known: number): LabComputerOptions[] {
  if (!Number.isInteger(count) || count < 0 || known + count > MOST_COMPUTERS) {
    throw new Error(`a lab of ${known} computers has room for ${MOST_COMPUTERS - known} more, not ${count}`)
  }
  return Array.from({ length: count }, (_, index) => ({
    name: `nuevo${index + 1}`,
    ip: `192.168.2.${known + index + 2}`,
    mac: `08:00:27:5E:00:${hexByte(index)}`,
    stranger: true,
    announce: true
  }))
}

const hexByte = (index: number): string => index.toString(16).toUpperCase().padStart(2, '0')

function furtherComputer(index: number): LabComputerOptions {
  const mac = `08:00:27:1A:C0:${hexByte(index)}`
  return { name: `pc${index}`, ip: `192.168.2.${index + 2}`, mac, state: 'og-live' }
}
