/** The console's side of ogRepository: routes, the pinned certificate, and what its answers mean. protocol.md section 3. */
import * as z from 'zod'
import type { Repository } from '#shared/contract/rows.ts'
import { failure, type Failure } from '#shared/domain/failures.ts'
import { harmless } from '#shared/domain/harmless.ts'
import { callJson, jobIdOf, type CallResult } from '../http/json-call.ts'
import type { NetworkMap } from '../http/network-map.ts'
import { CERTIFICATE_CHANGED, createPinnedAgent, type PeerIdentity } from '../http/pinned-agent.ts'
import type { Timings } from '../timings.ts'
import type { PeerTrust } from '../trust/site-trust.ts'

const BASE = '/ogrepository/v1'
/** torrentsum [S], the others [D] */
const ROUTES = {
  status: `${BASE}/status`,
  images: `${BASE}/images`,
  torrentSum: `${BASE}/images/torrentsum`,
  image: (fullsum: string, method: 'trash' | 'permanent') => `${BASE}/images/${fullsum}?method=${method}`,
  trash: `${BASE}/trash`,
  restore: (fullsum: string) => `${BASE}/trash/${fullsum}/restore`,
  wake: `${BASE}/wol`
} as const

/** An image as `GET /images` lists it. [D] The sums are missing while the auxiliary files are not made. */
const repositoryImages = z.array(
  z.object({
    name: z.string().max(1_000).transform(harmless),
    size: z.number().int().nonnegative().nullish(),
    fullsum: z
      .string()
      .regex(/^[0-9a-f]{32}$/i)
      .nullish()
      .catch(null)
  })
)
export type RepositoryImage = z.infer<typeof repositoryImages>[number]

export interface RepositoryCall {
  readonly url: string
  readonly body: string
}

type Reply<T> = { reply: CallResult } & (
  { value: T; failure?: undefined } | { failure: Failure; value?: undefined }
)

/** Where certificates are kept. */
export interface PinStore {
  /** The repository's certificate was seen for the first time. */
  pin(repository: Repository, identity: PeerIdentity): void
}

/** What a failure says of its repository. */
type Failing = Pick<Repository, 'id' | 'name' | 'ip' | 'port' | 'certificateFingerprint'>

/** Builds the client of all repositories. */
export function createRepositoryClient(
  network: NetworkMap,
  timings: Timings,
  { pins, trust }: { pins: PinStore; trust: () => PeerTrust }
) {
  /** Certificates that were refused, so that a person can look at one and trust it. */
  const refused = new Map<number, PeerIdentity>()
  const url = (repository: Repository, path: string) => `https://${repository.ip}:${repository.port}${path}`

  const failureOf = (repository: Failing, reply: CallResult & { ok: false }, timeout: number): Failure => {
    const address = `${repository.ip}:${repository.port}`
    const presented = refused.get(repository.id)
    if (reply.text.includes(CERTIFICATE_CHANGED) && presented) {
      return failure('repository-certificate-changed', {
        repository: repository.name,
        repositoryId: repository.id,
        address,
        pinned: repository.certificateFingerprint ?? '',
        presented: presented.fingerprint
      })
    }
    return failure(
      `repository-${reply.failure}`,
      {
        repository: repository.name,
        address,
        text: reply.text,
        status: reply.status ?? '',
        seconds: Math.round(timeout / 100) / 10
      },
      reply.raw ?? reply.text
    )
  }

  /** One request, with the certificate checked before a byte is sent. */
  async function call<T>(
    repository: Repository,
    request: { method: 'GET' | 'POST' | 'DELETE'; path: string; body?: string; timeout: number },
    read: (json: unknown) => T | undefined,
    unread: 'unexpected-reply' | 'no-job-id'
  ): Promise<Reply<T>> {
    const { host, port } = network.resolve(repository.ip, repository.port)
    const { ca, client } = trust()
    const told = {
      accepted: (identity: PeerIdentity) => {
        refused.delete(repository.id)
        // Where the site's authority has the word, nothing is believed for being the first.
        if (ca === null && repository.certificateFingerprint === null) pins.pin(repository, identity)
      },
      refused: (identity: PeerIdentity) => void refused.set(repository.id, identity)
    }
    const agent = createPinnedAgent(repository.certificateFingerprint, told, { ca, client, peer: repository })
    const reply = await callJson({
      method: request.method,
      url: `https://${host}:${port}${request.path}`,
      ...(request.body !== undefined && { body: request.body }),
      timeout: request.timeout,
      agent
    })
    agent.destroy()
    if (!reply.ok) return { reply, failure: failureOf(repository, reply, request.timeout) }
    const value = read(reply.json)
    if (value !== undefined) return { reply, value }
    const odd = { ...reply, ok: false, failure: unread, text: harmless(reply.raw.slice(0, 200)) } as const
    return { reply, failure: failureOf(repository, odd, request.timeout) }
  }

  return {
    /** The certificate that a repository showed and that was refused, or undefined. */
    refusedCertificate: (repositoryId: number): PeerIdentity | undefined => refused.get(repositoryId),
    /** Forgets a refused certificate: it has been trusted. */
    forgetRefused: (repositoryId: number): void => void refused.delete(repositoryId),
    /** Forgets them all: the repositories are others now. */
    forgetAllRefused: (): void => refused.clear(),

    /** Whether the repository answers. [D] */
    status: (repository: Repository): Promise<Reply<true>> =>
      call(
        repository,
        { method: 'GET', path: ROUTES.status, timeout: timings.status },
        () => true,
        'unexpected-reply'
      ),

    /** Who answers at an address, before anything is kept: nothing is pinned. */
    async probe({ ip, port }: Pick<Repository, 'ip' | 'port'>): Promise<{
      identity: PeerIdentity | undefined
      failure: Failure | null
    }> {
      let identity: PeerIdentity | undefined
      const { host, port: reached } = network.resolve(ip, port)
      const shown = (certificate: PeerIdentity) => void (identity = certificate)
      const agent = createPinnedAgent(
        null,
        { accepted: shown, refused: shown },
        { ...trust(), peer: { ip, name: ip } }
      )
      const reply = await callJson({
        method: 'GET',
        url: `https://${host}:${reached}${ROUTES.status}`,
        timeout: timings.status,
        agent
      })
      agent.destroy()
      const unnamed = { id: 0, name: ip, ip, port, certificateFingerprint: null }
      return { identity, failure: reply.ok ? null : failureOf(unnamed, reply, timings.status) }
    },

    /** Removes an image's file and what is beside it: to the trash, or for good. [D] */
    removeImage: (repository: Repository, fullsum: string, method: 'trash' | 'permanent') =>
      call(
        repository,
        { method: 'DELETE', path: ROUTES.image(fullsum, method), timeout: timings.call },
        () => true,
        'unexpected-reply'
      ),

    /** The images in the repository's trash. [D] */
    trash: (repository: Repository): Promise<Reply<RepositoryImage[]>> =>
      call(
        repository,
        { method: 'GET', path: ROUTES.trash, timeout: timings.call },
        (json) => repositoryImages.safeParse(json).data,
        'unexpected-reply'
      ),

    /** Takes an image's file out of the trash. [D] */
    restoreImage: (repository: Repository, fullsum: string) =>
      call(
        repository,
        { method: 'POST', path: ROUTES.restore(fullsum), timeout: timings.call },
        () => true,
        'unexpected-reply'
      ),

    /** The images that the repository has. [D] */
    images: (repository: Repository): Promise<Reply<RepositoryImage[]>> =>
      call(
        repository,
        { method: 'GET', path: ROUTES.images, timeout: timings.call },
        (json) => repositoryImages.safeParse(json).data,
        'unexpected-reply'
      ),

    /** The call that has a computer woken by a magic packet. [D] */
    wakeCall: (repository: Repository, packet: { broadcast_ip: string; mac: string }): RepositoryCall => ({
      url: url(repository, ROUTES.wake),
      body: JSON.stringify(packet)
    }),

    /** Has a computer woken. */
    wake: (repository: Repository, { body }: RepositoryCall) =>
      call(
        repository,
        { method: 'POST', path: ROUTES.wake, body, timeout: timings.call },
        () => true,
        'unexpected-reply'
      ),

    /** The call that has an image's auxiliary files made. [S] */
    auxiliaryFilesCall: (repository: Repository, imageFile: string): RepositoryCall => ({
      url: url(repository, ROUTES.torrentSum),
      body: JSON.stringify({ image: imageFile })
    }),

    /** Starts the making of the auxiliary files; the reply carries the job's id. [S] */
    startAuxiliaryFiles: (repository: Repository, request: RepositoryCall): Promise<Reply<string>> =>
      call(
        repository,
        { method: 'POST', path: ROUTES.torrentSum, body: request.body, timeout: timings.call },
        jobIdOf,
        'no-job-id'
      )
  }
}
export type RepositoryClient = ReturnType<typeof createRepositoryClient>
