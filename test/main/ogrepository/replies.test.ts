/** What a repository says of its images is checked before it is believed, and before anybody reads it. */
import { expect, test } from 'vitest'
import type { Repository } from '#shared/contract/rows.ts'
import { parseNetworkMap } from '#main/http/network-map.ts'
import { createRepositoryClient } from '#main/ogrepository/client.ts'
import { DEFAULT_TIMINGS } from '#main/timings.ts'
import { makeCertificate, tlsPeer } from '../../support/peer.ts'

const certificate = await makeCertificate('repository')
const SUM = 'a'.repeat(32)

/** What the console makes of its reply. */
async function told(images: unknown) {
  const body = JSON.stringify(images)
  const peer = await tlsPeer(certificate, (socket) => socket.end(`HTTP/1.0 200 OK\r\n\r\n${body}`))
  const network = parseNetworkMap([`192.0.2.1:8006=127.0.0.1:${peer.port}`])
  const client = createRepositoryClient(network, DEFAULT_TIMINGS, {
    pins: { pin: () => undefined },
    trust: () => ({ ca: null, client: null })
  })
  const repository = { id: 1, name: 'R', ip: '192.0.2.1', port: 8006, certificateFingerprint: null }
  const { value, failure } = await client.images(repository as Repository)
  return value ?? failure.code
}

test.each([
  [
    'a list of images',
    [{ name: 'a.img', size: 3, fullsum: SUM }],
    [{ name: 'a.img', size: 3, fullsum: SUM }]
  ],
  ['a name that could pass for another', [{ name: 'a\u202Egmi.exe' }], [{ name: 'a gmi.exe' }]],
  ['a sum that is none', [{ name: 'a.img', fullsum: 'z' }], [{ name: 'a.img', fullsum: null }]],
  ['a name without end', [{ name: 'x'.repeat(1_001) }], 'repository-unexpected-reply'],
  ['a size that is none', [{ name: 'a.img', size: -1 }], 'repository-unexpected-reply'],
  ['an image without a name', [{ size: 1 }], 'repository-unexpected-reply'],
  ['no list', { images: [] }, 'repository-unexpected-reply']
])('%s', async (_name, images, expected) => {
  expect(await told(images)).toEqual(expected)
})
