import { seededBytes } from '../disk/content.ts'
import { LINUX_PROGRAMS, LINUX_VARIANTS, WINDOWS_PROGRAMS, WINDOWS_VARIANTS } from './software-names.ts'

/** Shares of 256: of the variants, most are on a computer, but not the same on each. */
const PRESENT = 200

/**
 * `sft` [L]: the system's name first, then a program a line with its version, sorted as agents list them. The same system of
 * the same computer always has the same.
 */
export function softwareText(system: string, words: string): string {
  const windows = /windows/i.test(system)
  const programs = windows ? WINDOWS_PROGRAMS : LINUX_PROGRAMS
  const variants = (windows ? WINDOWS_VARIANTS : LINUX_VARIANTS).flatMap(([stem, endings]) =>
    endings.map((ending) => stem.replace('*', ending))
  )
  const chance = seededBytes(`${words}/software/${system}`, variants.length)
  const chosen = variants.filter((_name, index) => (chance[index] ?? 0) < PRESENT)
  // The same program has the same version wherever the same system is.
  const lines = [...programs, ...chosen].map((name) => `${name} ${version(name, system)}`)
  return [system, ...lines.sort((a, b) => a.localeCompare(b, 'es'))].join('\n')
}

function version(name: string, system: string): string {
  const [major = 0, minor = 0, patch = 0, build = 0] = seededBytes(`${name}/${system}`, 4)
  const dotted = `${1 + (major % 24)}.${minor % 20}.${patch % 12}`
  return /windows/i.test(system) ? `${dotted}.${build}` : `${dotted}-${1 + (build % 5)}`
}
