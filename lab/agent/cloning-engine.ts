import { DECISIONS } from '../decisions.ts'
import { newJobId } from '../jobs/desk.ts'
import type { JobContext, JobSpec } from '../jobs/desk.ts'
import type { DiskDescription } from '../types.ts'
import { createImage } from './create-image.ts'
import type { ImageSource } from './create-image.ts'
import { layoutText } from './layout-text.ts'
import { AgentError } from './wire.ts'

/** What the functions of CloningEngine may use of their computer. */
export interface EngineHost extends ImageSource {
  serialNumber: string
  disks: () => Promise<DiskDescription[]>
}

type Call = Record<string, string>

interface EngineFunction {
  /** Parameters besides nfn and ids; every one is a string and is required. */
  parameters: readonly string[]
  /** Parameters that the result repeats. */
  repeated: readonly string[]
  /** Does the work; what it returns is added to the result. */
  work: (call: Call, host: EngineHost, context: JobContext) => Promise<Record<string, string>>
}

/**
 * The functions that this lab's agents have, by their name on the wire (protocol.md, section 1). A new one is a new entry;
 * one that is not here gets `Message processor for "X" not found`.
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
  Actualizar: {
    parameters: [],
    repeated: [],
    work: async (_call, host, context) => {
      await context.progress(0.5)
      const cfg = layoutText(host.serialNumber, await host.disks())
      await context.progress(1)
      return { cfg }
    }
  }
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
