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

function furtherComputer(index: number): LabComputerOptions {
  const byte = index.toString(16).toUpperCase().padStart(2, '0')
  return { name: `pc${index}`, ip: `192.168.2.${index + 2}`, mac: `08:00:27:1A:C0:${byte}`, state: 'og-live' }
}
