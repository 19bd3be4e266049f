import type { Implementer } from './errors.ts'
import type { Services } from './services.ts'

/** deploy.*: what a deployment is prepared with, and what deployments have left. */
export function deployApi(os: Implementer, { bus, tables, deployPlans, deployChecks }: Services) {
  const { deployedImages } = tables
  return {
    plan: os.deploy.plan.handler(({ input }) => ({
      revision: bus.revision(),
      ...deployPlans.plan(input.imageId, input.clientIds)
    })),
    source: os.deploy.source.handler(({ input }) => deployChecks.source(input.imageId)),
    defaults: os.deploy.defaults.handler(({ input }) => deployPlans.defaults(input.clientIds)),
    versions: os.deploy.versions.handler(({ input }) => ({
      revision: bus.revision(),
      deployed: input.clientIds ? deployedImages.ofClients(input.clientIds) : deployedImages.all()
    }))
  }
}
