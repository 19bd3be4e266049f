import { FAULT_WORDS } from '../faults.ts'
import type { Lab } from '../lab.ts'
import { table } from '../table.ts'

const FAULTS = Object.entries(FAULT_WORDS)
  .map(([kind, words]) => `  ${kind.padEnd(14)} ${words}`)
  .join('\n')

export const COMMANDS = `Órdenes (una por línea, mientras funciona):
  status                   cómo está cada equipo y el repositorio
  fault NOMBRE FALLO       pone un fallo; "fault NOMBRE none" lo quita
  release NOMBRE           envía los webhooks retenidos
  state NOMBRE ESTADO      cambia lo que ejecuta el equipo (off, og-live, linux, windows-session…)
  login NOMBRE USUARIO     alguien inicia sesión en el sistema que ejecuta el equipo; "logout NOMBRE" la cierra
  announce NOMBRE          su agente avisa a la consola, y desde entonces de cuanto le pase
  wake NOMBRE              le llega un paquete mágico: si está apagado, arranca
  messages NOMBRE          los mensajes y scripts que ha recibido
  layout NOMBRE N          cambia el reparto de su disco por otro de los que hay (0, 1…)
  console URL              cambia la dirección de la consola
  help, quit`

export const HELP = `Laboratorio de ogDesk: un aula simulada con sus ogAgent y un ogRepository.

Uso: npm run lab -- [opciones]
  --computers N       equipos: modelo, pc1 … (2)
  --strangers N       además, equipos nuevo1 … que avisan y no están en ningún inventario (0)
  --directory D       carpeta de discos e imágenes (una temporal, que se borra al salir)
  --console URL       consola a la que se avisa (https://127.0.0.1:8443)
  --disk-size MiB     tamaño del fichero de un disco de 500 GB; los demás, en proporción (8)
  --small-disk NOMBRE=MiB   un equipo con el disco más pequeño que los demás; se puede repetir
  --layout N          todos los equipos con el mismo reparto de disco (0, 1…); si no, por turno
  --boot ms           tiempo de arranque al encender o reiniciar un equipo (0)
  --duration ms       duración mínima de cada trabajo (0)
  --port-base P       puerto del primer equipo; le siguen los demás y el repositorio (libres)
  --seed N            semilla de los datos de los discos (1)
  --fault NOMBRE=FALLO[:TEXTO]   se puede repetir; NOMBRE es un equipo o "repositorio"
  --announce          los agentes avisan a la consola al arrancar
  --json              la primera línea es un objeto JSON que lo describe todo
  --verbose           cuenta por la salida de errores lo que va pasando
  --help

Fallos:
${FAULTS}

${COMMANDS}`

const HEAD = ['NOMBRE', 'IP', 'MAC', 'ESCUCHA EN', 'ESTADO', 'FALLO', 'TRABAJOS', 'RETENIDOS']

/** The lab as a table: every computer, then the repository. */
export function statusTable(lab: Lab): string {
  const rows = [
    ...lab.computers.map((computer) => [
      computer.name,
      computer.ip,
      computer.mac,
      address(computer),
      computer.busy ? `${computer.state}, ocupado` : computer.state,
      computer.fault?.kind ?? '-',
      String(computer.jobs.length),
      String(computer.heldWebhooks.length)
    ]),
    [
      lab.repository.name,
      lab.repository.ip,
      '-',
      address(lab.repository),
      '-',
      lab.repository.fault?.kind ?? '-',
      String(lab.repository.jobs.length),
      String(lab.repository.heldWebhooks.length)
    ]
  ]
  return table(HEAD, rows)
}

function address({ host, port, listening }: { host: string; port: number; listening: boolean }): string {
  return listening ? `${host}:${port}` : `${host}:${port} (cerrado)`
}
