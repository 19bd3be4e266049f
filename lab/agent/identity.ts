import { randomInt } from 'node:crypto'
import { seededBytes } from '../disk/content.ts'
import type { LabState } from '../types.ts'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const SECRET_LENGTH = 32

/** The random 32 characters that `ogagent/started` hands over [A]. */
export function randomSecret(): string {
  return Array.from({ length: SECRET_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
}

/** A serial number as a VirtualBox computer has it, the same for the same words. */
export function serialNumber(words: string): string {
  const hex = seededBytes(`${words}/serial`, 8).toString('hex')
  return `VB${hex.slice(0, 8)}-${hex.slice(8)}`
}

/** Whether somebody sits at a computer in this state. */
export const inSession = (state: LabState): boolean => state.endsWith('-session')

/** What a computer runs, whoever sits at it. */
export const systemOf = (state: LabState): string => state.replace('-session', '')

/** `ostype` and `osversion` of the webhooks, for what a computer runs. */
export function systemName(state: LabState): { name: string; version: string } {
  if (state.startsWith('windows')) return { name: 'Windows', version: 'Windows-11-10.0.22631-SP0' }
  if (state.startsWith('macos')) return { name: 'MacOS', version: 'macOS 14.6' }
  if (state.startsWith('linux')) return { name: 'Linux', version: 'Ubuntu 24.04 LTS' }
  return { name: 'Linux', version: 'ogLive noble 6.8.0-31-generic' }
}

/** What a computer runs when it has started a system of this name. */
export function stateOfSystem(system: string): LabState {
  if (/windows/i.test(system)) return 'windows'
  return /mac ?os/i.test(system) ? 'macos' : 'linux'
}
