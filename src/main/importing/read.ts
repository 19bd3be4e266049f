/** Reads a file of another tool: its encoding, its format, and what it says. No bytes make it throw. */
import { decode, binaryKind } from './decode.ts'
import { Findings, type Reader, type SourceContent } from './formats/findings.ts'
import { recognise } from './recognise.ts'
import type { ImportFormat, ImportSource } from './source.ts'

/** Loaded when the first file of their format is read: the libraries in them are large. */
const READERS: Record<Exclude<ImportFormat, 'ogdesk'>, () => Promise<Reader>> = {
  dhcpd: async () => (await import('./formats/dhcpd/read.ts')).readDhcpd,
  kea: async () => (await import('./formats/kea/read.ts')).readKea,
  dnsmasq: async () => (await import('./formats/dnsmasq/read.ts')).readDnsmasq,
  ogadmbd: async () => (await import('./formats/ogadmbd/read.ts')).readOgAdmBd,
  csv: async () => (await import('./formats/csv/read.ts')).readCsv
}

export interface ReadOptions {
  readonly fileName?: string
  /** Undefined: what stands in the file tells. */
  readonly format?: ImportFormat
}

/** Reads a file, or text that somebody pasted; what cannot be read is among the problems. */
export async function readImport(bytes: Uint8Array, options: ReadOptions = {}): Promise<ImportSource> {
  const { text, encoding } = decode(bytes)
  const format = options.format ?? recognise(text, options.fileName)
  const binary = binaryKind(bytes, text)
  if (binary !== undefined) {
    const findings = new Findings()
    findings.problem(1, 'unsupported', { value: binary }, '')
    return { format, encoding, ...content(findings) }
  }
  if (format === 'ogdesk') return { format, encoding, ...readOwnDocument(text) }
  return { format, encoding, ...content(readSafely(await READERS[format](), text)) }
}

/** A single text of tens of megabytes is more than regular expressions hold; nothing that people keep has one. */
function readSafely(read: Reader, text: string): SourceContent {
  try {
    return read(text)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const findings = new Findings()
    findings.problem(1, 'syntax', { value: error.message }, text)
    return findings
  }
}

/** ogDesk's own document is JSON to the letter: it is written by ogDesk. */
function readOwnDocument(text: string): SourceContent & { document?: unknown } {
  const findings = new Findings()
  try {
    return { ...content(findings), document: JSON.parse(text) as unknown }
  } catch (error) {
    findings.problem(1, 'syntax', { value: (error as Error).message }, text)
    return content(findings)
  }
}

/** The lists alone, as plain data. */
function content(found: SourceContent): SourceContent {
  const { repositories, subnets, units, clients, images, problems } = found
  return { repositories, subnets, units, clients, images, problems }
}
