/** Where peers call: the webhook server, its certificate, and what keeps it listening while the machine sleeps and moves. */
import { createAgentReports } from '../inventory/agent-reports.ts'
import { createSurroundings } from '../surroundings.ts'
import { createServerCertificates } from '../trust/server-certificate.ts'
import { createSiteTrust, usable } from '../trust/site-trust.ts'
import { createWebhookKeeper } from '../webhooks/keeper.ts'
import { createRefusals } from '../http/refusals.ts'
import { createWebhookServer } from '../webhooks/server.ts'
import type { Core } from './core.ts'
import type { Peers } from './peers.ts'
import type { Work } from './work.ts'

/** Builds it; nothing listens yet. `directory`: the data folder. */
export function createInbound(core: Core, peers: Peers, work: Work, directory: string) {
  const { log, now, uptime, interfaces, timings, network, tables, bus, write, writeSoon, settings, secrets } =
    core
  const { trustStore, unheeded, gate, clientStates, checkSource } = peers
  const { traces, dispatcher } = work
  const reports = createAgentReports(
    tables,
    writeSoon,
    { clientStates, network, secrets, log },
    { checkSource, now }
  )
  const certificates = createServerCertificates(directory, () => usable(trustStore.server()), now)
  const refusals = createRefusals(log, 'webhook refused', () => bus.publish({ type: 'webhook-refusals' }))
  const webhooks = createWebhookServer(
    certificates,
    {
      ingest: traces.ingest,
      reports,
      gate,
      unheeded: unheeded.note,
      limits: () => settings.get().webhookLimits,
      refusals,
      log
    },
    (status) => bus.publish({ type: 'webhook-status', status }),
    interfaces
  )
  const renewCertificate = () =>
    webhooks
      .renew()
      .catch((error: unknown) => log.error({ error: String(error) }, 'the certificate could not be renewed'))
  const siteTrust = createSiteTrust(
    trustStore,
    {
      settings,
      gate,
      unheeded,
      certificates,
      addresses: () => webhooks.status().urls.map((url) => new URL(url).hostname),
      serve: webhooks.renew
    },
    { told: () => bus.publish({ type: 'trust' }), now }
  )
  const keeper = createWebhookKeeper(webhooks, { interfaces, uptime, timings, log })
  const surroundings = createSurroundings(
    { now, uptime, log },
    write,
    { keeper, traces, dispatcher },
    timings
  )
  return { webhooks, refusals, siteTrust, surroundings, renewCertificate }
}
