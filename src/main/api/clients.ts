import type { Implementer } from './errors.ts'
import type { Services } from './services.ts'

/** clients.* and repositories.*: the peers, asked. */
export function clientsApi(os: Implementer, { clientStates, agentDetails, repositories }: Services) {
  return {
    clients: {
      refresh: os.clients.refresh.handler(({ input }) => clientStates.ask(input.id)),
      detail: os.clients.detail.handler(({ input }) => agentDetails.of(input.clientId)),
      watch: os.clients.watch.handler(({ input, signal }) => clientStates.watch(input.ids, signal))
    },
    repositories: {
      probe: os.repositories.probe.handler(({ input }) => repositories.probe(input)),
      check: os.repositories.check.handler(({ input }) => repositories.check(input.id)),
      trustCertificate: os.repositories.trustCertificate.handler(({ input }) =>
        repositories.trust(input.id, input.fingerprint)
      )
    }
  }
}
