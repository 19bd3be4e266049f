/** A job for whoever wants to send its webhooks. */
import type { Stage } from './demo-stage.ts'
import { connectToConsole } from './console-client.ts'

/** Starts a job that is under way and stays so: the lab's agent never tells its result. Returns its id. */
export async function startSilentJob(stage: Stage): Promise<string> {
  stage.lab.computer('modelo').setFault({ kind: 'drop-webhook', webhooks: 'all' })
  const { api, close } = await connectToConsole(await stage.console.signInUrl())
  const { clients } = await api.inventory.snapshot()
  const client = clients.find(({ name }) => name === 'modelo')!
  const { imageId, repositoryId } = await api.imaging.prepare({ clientId: client.id })
  const { trace } = await api.imaging.createImage({
    clientId: client.id,
    imageId,
    existingImageId: null,
    name: 'silent',
    repositoryId: repositoryId!,
    disk: 1,
    partition: 2,
    description: '',
    type: 'Linux',
    version: '',
    architecture: 'x86_64'
  })
  close()
  if (trace.jobId === null) throw new Error(`the job did not start: ${trace.failure?.code}`)
  return trace.jobId
}
