/** Magic packets: how a computer that is off is switched on. */
import { createSocket, type Socket } from 'node:dgram'
import type { Settings } from '#shared/contract/inputs.ts'
import type { Client } from '#shared/contract/rows.ts'
import { failure, type Failure } from '#shared/domain/failures.ts'
import { broadcastAddress } from '#shared/domain/network.ts'
import type { Tables } from '../db/tables.ts'
import { fail } from '../failure-error.ts'
import type { NetworkMap } from '../http/network-map.ts'
import type { RepositoryClient } from '../ogrepository/client.ts'
import type { CallAnswer, JobKind } from '../traces/job-kind.ts'

/** Every computer of the network that the packet is sent into. */
const EVERYBODY = '255.255.255.255'

/** Six bytes of ones, then the MAC address sixteen times. */
export function magicPacket(mac: string): Buffer {
  const address = Buffer.from(mac.replaceAll(':', ''), 'hex')
  return Buffer.concat([Buffer.alloc(6, 0xff), ...Array.from({ length: 16 }, () => address)])
}

/** Sends one packet to several addresses. @throws where none of them could be reached. */
async function sendPacket(
  packet: Buffer,
  targets: readonly { host: string; port: number }[],
  from: string | null
): Promise<void> {
  const socket = createSocket('udp4')
  try {
    await bound(socket, from)
    socket.setBroadcast(true)
    const sent = await Promise.allSettled(
      targets.map(
        ({ host, port }) =>
          new Promise<void>((resolve, reject) =>
            socket.send(packet, port, host, (error) => (error ? reject(error) : resolve()))
          )
      )
    )
    const [first] = sent
    if (first?.status === 'rejected' && sent.every(({ status }) => status === 'rejected')) throw first.reason
  } finally {
    socket.close()
  }
}

function bound(socket: Socket, address: string | null): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('error', reject)
    const options = address === null ? { port: 0 } : { port: 0, address }
    socket.bind(options, () => {
      socket.off('error', reject)
      // A packet that nobody takes is the watchdog's to notice.
      socket.on('error', () => undefined)
      resolve()
    })
  })
}

/** Builds what wakes computers. */
export function createWake(
  tables: Tables,
  parts: { network: NetworkMap; repositories: Pick<RepositoryClient, 'wake' | 'wakeCall'> },
  settings: () => Settings
) {
  const { network, repositories } = parts

  /** The broadcast address of the computer's own network, where its subnet or its classroom tells it. */
  function broadcastOf(client: Client): string | null {
    const subnet = client.subnetId === null ? undefined : tables.subnets.get(client.subnetId)
    let netmask = subnet?.netmask ?? null
    for (let unit = tables.units.get(client.unitId); unit && netmask === null;) {
      netmask = unit.netmask
      unit = unit.parentId === null ? undefined : tables.units.get(unit.parentId)
    }
    return netmask === null ? null : broadcastAddress(client.ip, netmask)
  }

  function byConsole(client: Client): ReturnType<JobKind['call']> {
    const { interface: from, port } = settings().wake
    const broadcast = broadcastOf(client)
    const addresses = broadcast === null ? [EVERYBODY] : [broadcast, EVERYBODY]
    const sent = addresses.map((address) => `${address}:${port}`).join(', ')
    return {
      url: null,
      body: JSON.stringify({ mac: client.mac, addresses, port, interface: from }),
      async send(): Promise<CallAnswer> {
        try {
          const targets = addresses.map((address) => network.resolve(address, port))
          await sendPacket(magicPacket(client.mac), targets, from)
          return { reply: null, sent }
        } catch (error) {
          return { reply: null, failure: notSent(client, from ?? sent, error) }
        }
      }
    }
  }

  function byRepository(client: Client): ReturnType<JobKind['call']> {
    const id = client.effective.repositoryId
    const repository = id === null ? undefined : tables.repositories.get(id)
    if (!repository) throw fail('no-repository', { client: client.name })
    const broadcast = broadcastOf(client) ?? EVERYBODY
    const call = repositories.wakeCall(repository, { broadcast_ip: broadcast, mac: client.mac })
    return {
      ...call,
      async send(): Promise<CallAnswer> {
        const { reply, failure: cause } = await repositories.wake(repository, call)
        return cause ? { reply, failure: cause } : { reply, sent: `${broadcast} (${repository.name})` }
      }
    }
  }

  return {
    /** The call that wakes a computer. @throws FailureError where its repository is to do it and it has none. */
    call: (client: Client) => (settings().wake.by === 'console' ? byConsole(client) : byRepository(client))
  }
}
export type Wake = ReturnType<typeof createWake>

const notSent = (client: Client, address: string, error: unknown): Failure =>
  failure('wake-not-sent', {
    client: client.name,
    address,
    text: error instanceof Error ? error.message : String(error)
  })
