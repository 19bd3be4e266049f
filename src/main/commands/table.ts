/**
 * What each command sends by which door, and what follows from it: one entry a command. Functions, operations and their
 * parameters are those of protocol.md section 1; what a command needs of a computer is in shared/domain/commands.ts.
 */
import type { OrderOf, Order } from '#shared/contract/orders.ts'
import type { Client, Image, Partition, Repository } from '#shared/contract/rows.ts'
import type { BatchCommand } from '#shared/domain/commands.ts'
import { knownDisks, layoutText, lostByOrder } from '#shared/domain/disk-layout.ts'
import { failure, type Failure } from '#shared/domain/failures.ts'
import type { TraceRecord } from '../db/tables/traces.ts'
import { encodeCfg } from '../ogagent/cfg-out.ts'
import { formatPtc } from '../ogagent/ptc.ts'
import type { Brought } from '../traces/job-kind.ts'

/** All values are strings. [S] */
type Parameters = Readonly<Record<string, string>>
interface Place {
  readonly disk: number
  readonly partition: number
}

/** The computer that a call is for, and what the order names. */
export interface Aim {
  readonly clientId: number
  /** The image that is deployed, and the repository that has it. */
  readonly image: Image | null
  readonly repository: Repository | null
}

export interface Action<Command extends BatchCommand> {
  /** A function of ogLive's module `CloningEngine`; besides its parameters, `nfn` and `ids` are sent. [L] */
  readonly ogLive?: { readonly name: string; parameters?(order: OrderOf<Command>, aim: Aim): Parameters }
  /** An operation of the module `opengnsys` of an installed system. [A] */
  readonly system?: { readonly operation: string; body?(order: OrderOf<Command>): Parameters }
  /** Whether it can be done twice where nobody knows if the call arrived. */
  readonly repeatable: boolean
  /** The partition that it works on; null: it is not aimed at this computer. */
  place?(order: OrderOf<Command>, clientId: number): Place | null
  /** Why the computer's disks do not take it; null: they do. */
  misfit?(
    order: OrderOf<Command>,
    client: Pick<Client, 'id' | 'name'>,
    partitions: readonly Partition[]
  ): Failure | null
  /** Whether the computer reads its disks again before: what lies on them decides whether it can be done. */
  readonly readsDisks?: boolean
  /** What becomes of the computer after a success: it starts again, or goes off. Without this, it stays where it is. */
  readonly leaves?: 'starts' | 'goes-off'
  /** Why a success is none. */
  useless?(trace: TraceRecord, brought: Brought): Failure | null
}

/** The disk is not the one that the order was made for, or what the order keeps would be lost on it. */
function unfitDisk(
  { layout, seen }: OrderOf<'partition-and-format'>,
  { id, name: client }: Pick<Client, 'id' | 'name'>,
  partitions: readonly Partition[]
): Failure | null {
  const known = knownDisks(partitions).find(({ disk }) => disk === layout.disk)
  const blank = { disk: layout.disk, table: null, sizeKb: 0, partitions: [], cache: null }
  const edited = seen?.find(({ clientIds }) => clientIds.includes(id))
  if (edited && edited.disk !== layoutText(known ?? blank))
    return failure('target-disk-changed', { client, disk: layout.disk })
  const partition = lostByOrder(layout, known ?? blank)
  return partition === null ? null : failure('target-disk-differs', { client, disk: layout.disk, partition })
}

const dskPar = ({ disk, partition }: Place): Parameters => ({ dsk: String(disk), par: String(partition) })

/** Where a computer takes the image. */
function placeOfDeploy({ places }: OrderOf<'deploy-image'>, clientId: number): Place | null {
  return places.find(({ clientIds }) => clientIds.includes(clientId)) ?? null
}

/** A success without a table that can be read is none. */
function withoutTable(trace: TraceRecord, { cfg }: Brought): Failure | null {
  const client = trace.clientName ?? ''
  if (cfg === null) return failure('cfg-missing', { client })
  return cfg.ok ? null : failure('cfg-invalid', { client, cfgProblem: cfg.problem, ...cfg.params }, cfg.raw)
}

export const ACTIONS: { readonly [Command in BatchCommand]: Action<Command> } = {
  // A magic packet: wake.ts.
  'power-on': { repeatable: true },
  'power-off': {
    ogLive: { name: 'Apagar' },
    system: { operation: 'poweroff' },
    repeatable: false,
    leaves: 'goes-off'
  },
  reboot: {
    ogLive: { name: 'Reiniciar' },
    system: { operation: 'reboot' },
    repeatable: false,
    leaves: 'starts'
  },
  login: {
    ogLive: { name: 'IniciarSesion', parameters: dskPar },
    repeatable: false,
    place: (order) => order,
    leaves: 'starts'
  },
  logout: { system: { operation: 'logoff' }, repeatable: false },
  message: {
    system: { operation: 'popup', body: ({ title, text }) => ({ title, message: text }) },
    repeatable: false
  },
  'run-script': {
    ogLive: { name: 'EjecutarScript', parameters: ({ script }) => ({ scp: script }) },
    system: {
      operation: 'script',
      body: ({ script, inSession }) => ({
        script: Buffer.from(encodeURIComponent(script.replace(/[\ud800-\udfff]/gu, '\ufffd'))).toString(
          'base64'
        ),
        client: String(inSession)
      })
    },
    repeatable: false
  },
  'deploy-image': {
    ogLive: {
      name: 'RestaurarImagen',
      parameters: (order, { clientId, image, repository }) => ({
        ...dskPar(placeOfDeploy(order, clientId) ?? { disk: 0, partition: 0 }),
        idi: order.imageId,
        // The repository of the image, which need not be the computer's.
        ipr: repository?.ip ?? '',
        nci: image?.name ?? '',
        ifs: '0',
        ptc: formatPtc(order.protocol)
      })
    },
    repeatable: false,
    place: placeOfDeploy
  },
  'delete-cached-image': {
    ogLive: { name: 'EliminarImagenCache', parameters: ({ name }) => ({ nci: name }) },
    repeatable: true
  },
  'partition-and-format': {
    ogLive: {
      name: 'Configurar',
      parameters: ({ layout }) => ({ dsk: String(layout.disk), cfg: encodeCfg(layout) })
    },
    repeatable: false,
    misfit: unfitDisk,
    readsDisks: true
  },
  'hardware-inventory': { ogLive: { name: 'InventarioHardware' }, repeatable: true },
  'software-inventory': {
    ogLive: { name: 'InventarioSoftware', parameters: dskPar },
    repeatable: true,
    place: (order) => order
  },
  // It only reads: to read twice tells the same.
  refresh: { ogLive: { name: 'Actualizar' }, repeatable: true, useless: withoutTable }
}

/** The entry of an order's command. The order is of that command, which the compiler cannot follow. */
export const actionOf = (command: BatchCommand): Action<BatchCommand> =>
  ACTIONS[command] as Action<BatchCommand>

/** The whole body that ogLive gets; null where the command has no function there. */
export function engineBody(order: Order, aim: Aim): Parameters | null {
  const { ogLive } = actionOf(order.command)
  return ogLive ? { ...ogLive.parameters?.(order, aim), nfn: ogLive.name, ids: '0' } : null
}

/** The body that an installed system gets; null where the command has no operation there. */
export function systemBody(order: Order): Parameters | null {
  const { system } = actionOf(order.command)
  return system ? { ...system.body?.(order) } : null
}
