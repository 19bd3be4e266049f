/** The command line of both hosts. Pure: says what was asked, or what is wrong with it; the host prints and ends. */
import { parseArgs } from 'node:util'

export type HostKind = 'electron' | 'headless'

export interface HostOptions {
  readonly dataDirectory?: string
  readonly webhookHost?: string
  readonly webhookPort?: number
  /** Headless only. */
  readonly httpPort?: number
  readonly networkMap: readonly string[]
  readonly importFile?: string
}

export type CommandLine =
  | { readonly kind: 'run'; readonly options: HostOptions }
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'problem'; readonly text: string }

/** The exit code of a program that was asked for something it cannot do. */
export const BAD_USAGE = 2

const VALUES = {
  'data-dir': 'CARPETA',
  'webhook-host': 'DIRECCIÓN',
  'webhook-port': 'PUERTO',
  'http-port': 'PUERTO',
  'network-map': 'ORIGEN=DESTINO',
  import: 'FICHERO'
} as const
type OptionName = keyof typeof VALUES

const DESCRIPTIONS: Readonly<Record<OptionName, string>> = {
  'data-dir': 'carpeta de la base de datos y del certificado; se crea si no existe',
  'webhook-host': 'dirección en la que se escuchan los webhooks (0.0.0.0: todas)',
  'webhook-port': 'puerto de los webhooks (0: uno libre cualquiera)',
  'http-port': 'puerto de la interfaz en 127.0.0.1 (0: uno libre cualquiera)',
  'network-map': 'otro camino a un equipo, como 192.168.2.2:8000=127.0.0.1:40001; puede repetirse',
  import: 'importa este inventario (JSON) si el de la carpeta está vacío'
}

const optionNames = (host: HostKind): OptionName[] =>
  (Object.keys(VALUES) as OptionName[]).filter((name) => host === 'headless' || name !== 'http-port')

/** The text of `--help`. */
export function helpText(host: HostKind): string {
  const rows: [string, string][] = [
    ...optionNames(host).map((name): [string, string] => [`--${name} ${VALUES[name]}`, DESCRIPTIONS[name]]),
    ['--help', 'muestra esta ayuda']
  ]
  const width = Math.max(...rows.map(([option]) => option.length))
  const title =
    host === 'electron' ? 'ogDesk, la consola de OpenGnsys' : 'ogDesk sin ventana: la consola en un navegador'
  return [title, '', ...rows.map(([option, text]) => `  ${option.padEnd(width)}  ${text}`), ''].join('\n')
}

/** A value that an option cannot have; its message is for the person who typed it. */
class BadValue extends Error {}

function portNumber(name: OptionName, value: string): number {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN
  if (!(port <= 65_535))
    throw new BadValue(`--${name} quiere un número de 0 a 65535, y se ha dado «${value}».`)
  return port
}

function networkMapping(value: string): string {
  const ports = /^[^\s=:]+:(\d{1,5})=[^\s=:]+:(\d{1,5})$/.exec(value)?.slice(1)
  if (!ports?.every((port) => Number(port) >= 1 && Number(port) <= 65_535)) {
    throw new BadValue(
      `--network-map quiere ORIGEN=DESTINO, como 192.168.2.2:8000=127.0.0.1:40001, y se ha dado «${value}».`
    )
  }
  return value
}

interface Given {
  readonly name: OptionName
  readonly value: string
}

function toOptions(given: readonly Given[]): HostOptions {
  // Of an option that is given twice, the last one holds.
  const last = new Map(given.map(({ name, value }) => [name, value]))
  const dataDirectory = last.get('data-dir')
  const webhookHost = last.get('webhook-host')
  const webhookPort = last.get('webhook-port')
  const httpPort = last.get('http-port')
  const importFile = last.get('import')
  return {
    ...(dataDirectory !== undefined && { dataDirectory }),
    ...(webhookHost !== undefined && { webhookHost }),
    ...(webhookPort !== undefined && { webhookPort: portNumber('webhook-port', webhookPort) }),
    ...(httpPort !== undefined && { httpPort: portNumber('http-port', httpPort) }),
    ...(importFile !== undefined && { importFile }),
    networkMap: given.filter(({ name }) => name === 'network-map').map(({ value }) => networkMapping(value))
  }
}

/**
 * Reads a host's arguments, without the program's own name.
 * Electron's are mixed with switches of Chromium and of whoever drives it, so there what is not known is let pass.
 */
export function parseCommandLine(argv: readonly string[], host: HostKind): CommandLine {
  const names = optionNames(host)
  const { tokens } = parseArgs({
    args: [...argv],
    strict: false,
    tokens: true,
    options: {
      help: { type: 'boolean' },
      ...Object.fromEntries(names.map((name) => [name, { type: 'string' as const, multiple: true }]))
    }
  })
  const given: Given[] = []
  try {
    for (const token of tokens) {
      if (token.kind === 'option-terminator') continue
      if (token.kind === 'positional') {
        if (host === 'headless') throw new BadValue(`No se esperaba «${token.value}».`)
        continue
      }
      if (token.name === 'help') return { kind: 'help', text: helpText(host) }
      const name = names.find((known) => known === token.name)
      if (name === undefined) {
        if (host === 'headless') throw new BadValue(`No existe la opción ${token.rawName}.`)
        continue
      }
      const { value } = token
      if (!value || (!token.inlineValue && value.startsWith('--'))) {
        throw new BadValue(`A --${name} le falta su valor (${VALUES[name]}).`)
      }
      given.push({ name, value })
    }
    return { kind: 'run', options: toOptions(given) }
  } catch (error) {
    if (!(error instanceof BadValue)) throw error
    return { kind: 'problem', text: `${error.message} Con --help se muestran las opciones.` }
  }
}
