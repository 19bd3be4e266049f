import { DECISIONS } from '../decisions.ts'
import { newJobId } from '../jobs/desk.ts'
import type { JobContext, JobSpec } from '../jobs/desk.ts'
import { deleteCachedImage } from './cached-images.ts'
import { configure } from './configure.ts'
import { createImage } from './create-image.ts'
import { systemPartitionOf } from './engine-host.ts'
import type { EngineHost } from './engine-host.ts'
import { hardwareText } from './hardware.ts'
import { stateOfSystem } from './identity.ts'
import { layoutText } from './layout-text.ts'
import { restoreImage } from './restore-image.ts'
import { softwareText } from './software.ts'
import { AgentError } from './wire.ts'

type Call = Record<string, string>

interface EngineFunction {
  /** Parameters besides nfn and ids; every one is a string and is required. */
  parameters: readonly string[]
  /** Parameters that the result repeats. */
  repeated: readonly string[]
  /** Does the work; what it returns is added to the result. */
  work: (call: Call, host: EngineHost, context: JobContext) => Promise<Record<string, string>>
  /** What becomes of the computer once the result has been sent. */
  afterwards?: (call: Call, host: EngineHost) => Promise<void>
}

/** A function that only looks: half of it is looking, the other half telling. */
const looking =
  (look: EngineFunction['work']): EngineFunction['work'] =>
  async (call, host, context) => {
    await context.progress(0.5)
    const found = await look(call, host, context)
    await context.progress(1)
    return found
  }

/** The disk layout as it is now, as several results add it [L]. */
async function layout({ serialNumber, disk }: EngineHost): Promise<{ cfg: string }> {
  return { cfg: layoutText(serialNumber, [await disk.refresh()]) }
}

/**
 * The functions that this lab's agents have, by their name on the wire (protocol.md, section 1 [S], [L]). A new one is a
 * new entry; one that is not here gets `Message processor for "X" not found`.
 */
const FUNCTIONS: Record<string, EngineFunction> = {
  CrearImagen: {
    parameters: ['dsk', 'par', 'cpt', 'idi', 'nci', 'ipr'],
    repeated: ['idi', 'dsk', 'par', 'cpt', 'ipr', 'nci'],
    work: async (call, host, context) => {
      const { dsk = '', par = '', cpt = '', nci = '', ipr = '' } = call
      await createImage({ dsk, par, cpt, nci, ipr }, host, context)
      return {}
    }
  },
  RestaurarImagen: {
    parameters: ['dsk', 'par', 'idi', 'ipr', 'nci', 'ifs', 'ptc'],
    repeated: ['dsk', 'par', 'idi', 'ifs'],
    work: async (call, host, context) => {
      const { dsk = '', par = '', ipr = '', nci = '', ptc = '' } = call
      await restoreImage({ dsk, par, ipr, nci, ptc }, host, context)
      return layout(host)
    }
  },
  Configurar: {
    parameters: ['dsk', 'cfg'],
    repeated: [],
    work: async ({ dsk = '', cfg = '' }, host, context) => {
      await configure({ dsk, cfg }, host, context)
      return layout(host)
    }
  },
  InventarioHardware: {
    parameters: [],
    repeated: [],
    work: looking(async (_call, host) => ({ hrd: hardwareText({ ...host, disk: host.disk.description }) }))
  },
  InventarioSoftware: {
    parameters: ['dsk', 'par'],
    repeated: ['dsk', 'par'],
    work: looking(async ({ dsk = '', par = '' }, host) => {
      const { system } = await systemPartitionOf(dsk, par, host)
      return { sft: softwareText(system, host.words) }
    })
  },
  IniciarSesion: {
    parameters: ['dsk', 'par'],
    repeated: [],
    work: looking(async ({ dsk = '', par = '' }, host) => {
      await systemPartitionOf(dsk, par, host)
      return {}
    }),
    afterwards: async ({ dsk = '', par = '' }, host) => {
      const { system } = await systemPartitionOf(dsk, par, host)
      await host.power.restart(stateOfSystem(system))
    }
  },
  Apagar: {
    parameters: [],
    repeated: [],
    work: looking(async () => ({})),
    afterwards: (_call, { power }) => power.off()
  },
  Reiniciar: {
    parameters: [],
    repeated: [],
    work: looking(async () => ({})),
    afterwards: (_call, { power }) => power.restart()
  },
  EjecutarScript: {
    parameters: ['scp'],
    repeated: [],
    // The lab runs nothing that it is sent: it keeps the script for whoever wants to look [D].
    work: looking(async ({ scp = '' }, host) => {
      host.recordScript(scp)
      return layout(host)
    })
  },
  EliminarImagenCache: {
    parameters: ['nci'],
    repeated: [],
    work: looking(async ({ nci = '' }, host) => {
      await deleteCachedImage(nci, host)
      return layout(host)
    })
  },
  Actualizar: { parameters: [], repeated: [], work: looking((_call, host) => layout(host)) }
}

/** Whether the module has such a function. */
export function hasFunction(name: string): boolean {
  return Object.hasOwn(FUNCTIONS, name)
}

/**
 * Checks a call and makes the job for it. Throws AgentError, in the agent's words, for a body that is not what
 * protocol.md section 1 says.
 */
export function prepareCall(name: string, body: unknown, host: EngineHost): JobSpec {
  const fn = hasFunction(name) ? FUNCTIONS[name] : undefined
  const errors = DECISIONS.agentErrors
  if (fn === undefined) throw new AgentError(errors.unknownOperation(name))
  if (body === undefined || body === null) throw new AgentError(errors.noBody)
  if (typeof body !== 'object' || Array.isArray(body)) throw new AgentError(errors.notObject)
  const values = body as Record<string, unknown>
  const call: Call = {}
  for (const parameter of [...fn.parameters, 'nfn', 'ids']) {
    const value = values[parameter]
    if (typeof value !== 'string' || value === '') throw new AgentError(errors.badParameter(parameter))
    call[parameter] = value
  }
  if (call['nfn'] !== name) throw new AgentError(errors.wrongFunction(call['nfn'] ?? '', name))
  const id = newJobId(`${name}-`)
  const common = Object.fromEntries([...fn.repeated, 'ids'].map((field) => [field, call[field] ?? '']))
  const { success, error, nfn } = DECISIONS.result
  return {
    id,
    function: name,
    body: values,
    work: (context) => fn.work(call, host, context),
    ...(fn.afterwards && { afterwards: () => fn.afterwards?.(call, host) }),
    result: (outcome) => ({
      job_id: id,
      nfn: nfn(name),
      ...common,
      ...('added' in outcome
        ? { ...outcome.added, res: success, der: '' }
        : { res: error, der: outcome.error })
    })
  }
}
