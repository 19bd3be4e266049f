/** The seed's demonstration from beginning to end without a window, over the same contract as the window's. */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '#shared/contract/index.ts'
import type { Image, Trace } from '#shared/contract/rows.ts'
import { isEnded } from '#shared/domain/states.ts'
import { failureSentence, sharedMessages } from '#shared/messages/format.ts'
import { connectToConsole } from './console-client.ts'
import type { DemoOptions } from './demo-options.ts'
import { setStage, type Stage } from './demo-stage.ts'
import { table } from '../../lab/table.ts'

type Api = ContractRouterClient<Contract>
type Print = (text: string) => void

/** [S] */
const IMAGE = {
  name: 'image-test',
  description: 'imagen de referencia',
  type: 'Linux',
  version: 'Ubuntu 24.04',
  architecture: 'x86_64'
} as const
const SOURCE = { client: 'modelo', disk: 1, partition: 2 } as const

const words = sharedMessages.es

function describe(trace: Trace): string {
  const progress =
    trace.progress === null || isEnded(trace.state) ? '' : ` ${Math.round(trace.progress * 100)} %`
  const failure = trace.failure ? `: ${failureSentence('es', trace.failure)}` : ''
  return `Traza ${trace.id}, ${words.commands[trace.command]}: ${words.states.trace[trace.state]}${progress}${failure}`
}

/** Follows the console's events until the image is ready or has failed. */
async function follow(api: Api, imageId: string, print: Print, signal: AbortSignal): Promise<void> {
  const last = new Map<string, string>()
  const once = (key: string, text: string) => {
    if (last.get(key) !== text) print(text)
    last.set(key, text)
  }
  for await (const event of await api.system.events(undefined, { signal })) {
    if (event.type === 'trace' && event.trace.imageId === imageId) {
      once(`trace ${event.trace.id}`, describe(event.trace))
    }
    if (event.type !== 'image' || event.image.id !== imageId) continue
    once('image', `Imagen ${event.image.name}: ${words.states.image[event.image.state]}`)
    if (event.image.state === 'success' || event.image.state === 'failed') return
  }
}

async function runDemo(api: Api, print: Print, signal: AbortSignal): Promise<string> {
  const { clients } = await api.inventory.snapshot()
  const client = clients.find(({ name }) => name === SOURCE.client)
  if (!client) throw new Error(`El inventario no tiene ningún ordenador que se llame ${SOURCE.client}.`)
  const { imageId, repositoryId } = await api.imaging.prepare({ clientId: client.id })
  if (repositoryId === null) throw new Error(`${SOURCE.client} no tiene repositorio.`)
  const draft = {
    ...IMAGE,
    clientId: client.id,
    imageId,
    existingImageId: null,
    repositoryId,
    disk: SOURCE.disk,
    partition: SOURCE.partition
  }
  for await (const check of await api.imaging.preflight(draft, { signal })) {
    if (check.state === 'failed' && check.failure) throw new Error(failureSentence('es', check.failure))
  }
  print(`Comprobaciones de ${SOURCE.client} superadas.`)
  // Before the call, so that no event is missed.
  const followed = follow(api, imageId, print, signal)
  followed.catch(() => undefined)
  const { trace } = await api.imaging.createImage(draft)
  if (!isEnded(trace.state)) print(`ogAgent ha aceptado el trabajo ${trace.jobId ?? ''}.`)
  await followed
  return imageId
}

function repositoryFiles(stage: Stage): { path: string; size: number }[] {
  const folder = stage.lab.repository.imagesDirectory
  return readdirSync(folder)
    .sort()
    .map((name) => ({ path: join(folder, name), size: statSync(join(folder, name)).size }))
}

function time(at: number | null): string {
  return at === null ? '' : new Date(at).toLocaleString('es-ES')
}

function report(
  image: Image,
  traces: readonly Trace[],
  files: readonly { path: string; size: number }[],
  print: Print
) {
  print('')
  print(
    table(
      ['ID', 'Comando', 'Cliente', 'Estado', 'Hilo de trabajo', 'Programación de ejecución', 'Finalización'],
      traces.map((trace) => [
        String(trace.id),
        trace.command,
        trace.clientName ?? trace.repositoryName ?? '',
        words.states.trace[trace.state],
        trace.jobId ?? '',
        time(trace.scheduledAt),
        time(trace.finishedAt)
      ])
    )
  )
  print('')
  print(
    table(
      ['Bytes', 'Fichero del repositorio'],
      files.map(({ path, size }) => [String(size), path])
    )
  )
  print('')
  print(`Imagen ${image.name}: ${words.states.image[image.state]}. Fullsum: ${image.fullsum ?? 'ninguno'}`)
}

/** @returns the exit code: 0 only if the image is ready */
export async function demoCreateImage(options: DemoOptions, print: Print): Promise<number> {
  // Two jobs of that duration, and room for a slow machine.
  const signal = AbortSignal.timeout(2 * options.duration + 120_000)
  const stage = await setStage(options)
  let client: Awaited<ReturnType<typeof connectToConsole>> | undefined
  try {
    print(`Aula simulada y consola en ${stage.directory}`)
    client = await connectToConsole(await stage.console.signInUrl())
    const imageId = await runDemo(client.api, print, signal)
    const { image, traces } = await client.api.images.get({ id: imageId })
    const rows = [...traces].sort((a, b) => b.id - a.id)
    const files = repositoryFiles(stage)
    report(image, rows, files, print)
    if (options.json) {
      const result = {
        image,
        traces: rows.map((trace) => Object.assign(trace, { client: trace.clientName })),
        files
      }
      print(JSON.stringify(result))
    }
    return image.state === 'success' ? 0 : 1
  } catch (error) {
    if (signal.aborted) throw new Error('La imagen no ha terminado en el tiempo previsto.', { cause: error })
    throw error
  } finally {
    client?.close()
    await stage.close()
  }
}
