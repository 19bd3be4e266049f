/** The command line of `npm run demo`. */
import { parseArgs } from 'node:util'
import { MOST_COMPUTERS } from '../../lab/seed.ts'

export interface DemoOptions {
  readonly help: boolean
  /** Do the seed's demonstration without a window, and end. */
  readonly createImage: boolean
  readonly json: boolean
  /** In a browser even where the window could be opened. */
  readonly headless: boolean
  readonly computers: number
  /** Further ones that report in and are in no inventory. */
  readonly strangers: number
  /** How long a job lasts at least, in milliseconds. */
  readonly duration: number
}

export const DEMO_HELP = `Demostración de ogDesk: un aula simulada y la consola, sobre una carpeta nueva.

Uso: npm run demo -- [opciones]
  --create-image   hace sin ventana toda la demostración de crear una imagen, y termina
  --json           con --create-image: la última línea es un objeto JSON con el resultado
  --headless       en el navegador, aunque se pueda abrir la ventana
  --computers N    ordenadores del aula (2)
  --strangers N    además, ordenadores que no están en el inventario y avisan a la consola (0)
  --duration ms    duración mínima de cada trabajo (8000; con --create-image, 2000)
  --help
`

const MOST_DURATION = 60 * 60_000

function whole(text: string | undefined, name: string, usual: number, least: number, most: number): number {
  if (text === undefined) return usual
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  if (value >= least && value <= most) return value
  throw new Error(`--${name} quiere un número entero de ${least} a ${most}, y se ha dado «${text}».`)
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        'create-image': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        headless: { type: 'boolean', default: false },
        computers: { type: 'string' },
        strangers: { type: 'string' },
        duration: { type: 'string' },
        help: { type: 'boolean', default: false }
      }
    }).values
  } catch (error) {
    const given = /'([^']+)'/.exec((error as Error).message)?.[1]
    throw new Error(`No se entiende «${given ?? args.join(' ')}».`, { cause: error })
  }
}

/** @throws an Error whose message is a sentence for whoever typed it */
export function parseDemoOptions(args: string[]): DemoOptions {
  const values = parse(args)
  const createImage = values['create-image']
  if (values.json && !createImage) throw new Error('--json solo vale con --create-image.')
  const computers = whole(values.computers, 'computers', 2, 1, MOST_COMPUTERS)
  return {
    help: values.help,
    createImage,
    json: values.json,
    headless: values.headless,
    computers,
    strangers: whole(values.strangers, 'strangers', 0, 0, MOST_COMPUTERS - computers),
    duration: whole(values.duration, 'duration', createImage ? 2000 : 8000, 0, MOST_DURATION)
  }
}
