/** The computers and repositories: whom the console trusts, how it calls them, and what it knows of them. */
import { createClientStates } from '../inventory/client-states.ts'
import { createInventory } from '../inventory/inventory.ts'
import { createPinStore, createRepositoryService } from '../inventory/repositories.ts'
import { createRules } from '../inventory/rules.ts'
import { createUndo } from '../inventory/undo.ts'
import { createAgentClient } from '../ogagent/client.ts'
import { createRepositoryClient } from '../ogrepository/client.ts'
import { createPeerTrust } from '../trust/site-trust.ts'
import { createTrustStore } from '../trust/store.ts'
import { createTokenGate } from '../trust/token.ts'
import { createUnheeded } from '../trust/unheeded.ts'
import type { Core } from './core.ts'

/** Builds what calls them and keeps them. */
export function createPeers(core: Core) {
  const { log, now, timings, network, tables, bus, write, writeSoon, settings, secrets } = core
  const trustStore = createTrustStore(tables, write, secrets, log)
  const peerTrust = createPeerTrust(trustStore, settings)
  const unheeded = createUnheeded(tables, write, {
    every: timings.unheededInterval,
    told: () => bus.publish({ type: 'unheeded' }),
    log,
    now
  })
  const gate = createTokenGate(tables, write, trustStore, { unheeded: unheeded.note, now })

  const agents = createAgentClient(network, timings, peerTrust)
  const pins = createPinStore(tables, write, now)
  const repositoryClient = createRepositoryClient(network, timings, { pins, trust: peerTrust })
  const rules = createRules(tables)
  const undo = createUndo(write)
  const inventory = createInventory(tables, write, rules, now)
  const repositories = createRepositoryService(tables, write, { client: repositoryClient, inventory }, now)
  const clientStates = createClientStates(tables, writeSoon, agents, timings, now)
  const checkSource = () => settings.get().checkSourceAddress
  return {
    trustStore,
    unheeded,
    gate,
    agents,
    repositoryClient,
    rules,
    undo,
    inventory,
    repositories,
    clientStates,
    checkSource
  }
}
export type Peers = ReturnType<typeof createPeers>
