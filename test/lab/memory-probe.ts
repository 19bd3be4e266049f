/**
 * A process of its own for streaming.test.ts: makes a lab with one disk of argv[2] MiB in argv[3], creates an image and its
 * auxiliary files, stops, and prints one JSON line with the most memory it ever used. It ends by itself only if stop()
 * left no handle open.
 */
import { request } from 'node:https'
import { startLab } from '../../lab/lab.ts'
import type { LabJob } from '../../lab/lab.ts'

function post(port: number, path: string, body: unknown): Promise<void> {
  const payload = JSON.stringify(body)
  return new Promise((resolve, reject) => {
    const headers = { 'content-length': Buffer.byteLength(payload) }
    request({
      host: '127.0.0.1',
      port,
      path,
      method: 'POST',
      headers,
      rejectUnauthorized: false,
      agent: false
    })
      .on('error', reject)
      .on('response', (response) => response.resume().on('end', resolve))
      .end(payload)
  })
}

const diskSizeMiB = Number(process.argv[2])
const lab = await startLab({ directory: process.argv[3] ?? '', computers: 1, diskSizeMiB })
const { repository } = lab
const modelo = lab.computer('modelo')
const call = {
  dsk: '1',
  par: '2',
  cpt: '83',
  idi: 'x',
  nci: 'big',
  ipr: repository.ip,
  nfn: 'CrearImagen',
  ids: '0'
}
await post(modelo.port, '/CloningEngine/CrearImagen', call)
const jobs: LabJob[] = [await modelo.waitForJob()]
await post(repository.port, '/ogrepository/v1/images/torrentsum', { image: 'big.img' })
jobs.push(await repository.waitForJob())
await lab.stop()
const outcomes = jobs.map(({ outcome }) => outcome)
process.stdout.write(`${JSON.stringify({ outcomes, maxRssMiB: process.resourceUsage().maxRSS / 1024 })}\n`)
