/** What the name of an installed system says of it, to prefill the form of a new image. */

/** Values that the agent's `soi` stands for when there is no system. [L] */
const NO_SYSTEM = new Set(['', 'DATA', 'undefined'])

/** Whether what a partition says of its system names one. */
export function isInstalledSystem(system: string): boolean {
  return !NO_SYSTEM.has(system.trim())
}

export interface SystemFacts {
  readonly type: 'Linux' | 'Windows' | 'macOS' | ''
  /** Such as `Ubuntu 24.04`; empty where there is no system. */
  readonly version: string
  readonly architecture: string
}

/** `Ubuntu 24.04.1 LTS` → Linux, `Ubuntu 24.04`, x86_64 [S]; `Windows 11 Pro 64 bits` → Windows, `Windows 11 Pro`. */
export function systemFacts(system: string): SystemFacts {
  const name = system.trim()
  if (!isInstalledSystem(name)) return { type: '', version: '', architecture: '' }
  const type = /windows/i.test(name) ? 'Windows' : /mac ?os|os x/i.test(name) ? 'macOS' : 'Linux'
  const architecture = /\b(arm64|aarch64)\b/i.test(name)
    ? 'aarch64'
    : /\b(32 ?bits?|i[3-6]86)\b/i.test(name)
      ? 'i686'
      : 'x86_64'
  const version = name
    .replace(/\b(64|32) ?bits?\b|\b(x86_64|amd64|i[3-6]86|arm64|aarch64|x64)\b/gi, '')
    .replace(/\bLTS\b/g, '')
    .replace(/(\d+\.\d+)\.\d+/, '$1')
    .replace(/\(\s*\)/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return { type, version, architecture }
}
