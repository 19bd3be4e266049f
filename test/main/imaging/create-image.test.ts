import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  auxiliaryEnded,
  createImage,
  ended,
  historyKinds,
  imageForm,
  imageIn,
  SEED_IMAGE,
  testSite
} from '../../support/site.ts'

test("the seed's demonstration: from the form to the fullsum that is the file's MD5", async () => {
  const site = await testSite({ lab: { computers: 2, jobDurationMs: 60 } })
  const { api, lab, modelo } = site
  const form = await imageForm(site)
  const started = await api.imaging.createImage(form)

  // The agent has accepted.
  expect(started.trace).toMatchObject({
    command: 'create-image',
    state: 'in-progress',
    clientName: 'modelo',
    repositoryName: 'Repositorio 1',
    imageId: form.imageId,
    imageName: 'image-test',
    failure: null,
    finishedAt: null,
    jobId: expect.stringMatching(/^CrearImagen-[0-9a-f]{8}$/) as string
  })
  const { name, description, type, version, architecture } = SEED_IMAGE
  expect(started.image).toMatchObject({
    id: form.imageId,
    number: 1,
    name,
    description,
    type,
    version,
    architecture,
    state: 'in-progress',
    sourceDisk: 1,
    sourcePartition: 2,
    partitionCode: '83',
    fullsum: null
  })
  const call = lab.computer('modelo').requests.find(({ method }) => method === 'POST')
  expect(call?.path).toBe('/CloningEngine/CrearImagen')
  expect(call?.body).toBe(
    `{"dsk":"1","par":"2","cpt":"83","idi":"${form.imageId}","nci":"image-test","ipr":"192.168.68.55","nfn":"CrearImagen","ids":"0"}`
  )
  expect(call?.headers).toMatchObject({ 'content-type': 'application/json' })

  const first = await ended(site, started.trace.id)
  expect(first).toMatchObject({ state: 'success', progress: 1, failure: null, deadlineAt: null })
  const second = await auxiliaryEnded(site, form.imageId)
  expect(second).toMatchObject({
    command: 'create-image-aux-file',
    state: 'success',
    parentId: first.id,
    progress: 1,
    jobId: expect.stringMatching(/^CreateAuxiliarFiles_[0-9a-f]{8}$/) as string
  })
  const request = lab.repository.requests.find(({ path }) => path === '/ogrepository/v1/images/torrentsum')
  expect(request).toMatchObject({ method: 'POST', body: '{"image":"image-test.img"}' })

  const bytes = await readFile(join(lab.repository.imagesDirectory, 'image-test.img'))
  const fullsum = createHash('md5').update(bytes).digest('hex')
  const image = await site.events.until(async () => {
    const { image } = await api.images.get({ id: form.imageId })
    return image.size !== null && image
  })
  expect(image).toMatchObject({ state: 'success', fullsum, size: bytes.length, failure: null })
  expect(image.readyAt).toBe(site.clock.now())

  // The client was busy while its job ran, and is in ogLive again.
  const states = site.events.all.flatMap((event) => (event.type === 'client' ? [event.client.state] : []))
  expect(states.filter((state, index) => state !== states[index - 1])).toEqual(['og-live', 'busy', 'og-live'])
  expect((await api.inventory.client({ id: modelo.id })).client.state).toBe('og-live')
  // Each image state was told once it was reached, in the order of the seed.
  const told = site.events.all.flatMap((event) => (event.type === 'image' ? [event.image.state] : []))
  expect([...new Set(told)]).toEqual(['in-progress', 'aux-files-pending', 'success'])

  expect(site.notices).toEqual([
    {
      kind: 'image-ready',
      traceId: second.id,
      imageName: 'image-test',
      title: 'Imagen «image-test» creada',
      body: `Está lista en Repositorio 1. Fullsum: ${fullsum}`
    }
  ])
})

test('the history tells every step, with what was on the wire', async () => {
  const site = await testSite()
  const { api } = site
  const { image, trace } = await createImage(site)
  await auxiliaryEnded(site, image.id)
  const { history, input, output } = await api.traces.get({ id: trace.id })
  const kinds = await historyKinds(site, trace.id)
  expect(kinds.slice(0, 4)).toEqual(['created', 'call', 'reply', 'accepted'])
  expect(kinds.slice(4, -2)).toContain('progress')
  expect(new Set(kinds.slice(4, -2))).toEqual(new Set(['progress']))
  expect(kinds.slice(-2)).toEqual(['result', 'ended'])

  const entry = (kind: string) => history.find((one) => one.kind === kind)
  expect(entry('call')).toMatchObject({
    params: { peer: 'agent', method: 'POST', url: 'https://192.168.2.2:8000/CloningEngine/CrearImagen' },
    raw: input
  })
  expect(JSON.parse(input!)).toMatchObject({ idi: image.id, nfn: 'CrearImagen' })
  expect(entry('reply')).toMatchObject({ params: { status: 200 }, raw: `{"job_id":"${trace.jobId}"}` })
  expect(entry('accepted')).toMatchObject({ params: { job: trace.jobId } })
  expect(entry('ended')).toMatchObject({ params: { state: 'success' } })
  expect(JSON.parse(entry('result')!.raw!)).toMatchObject({
    nfn: 'RESPUESTA_CrearImagen',
    res: '1',
    idi: image.id
  })
  expect(output).toBe(entry('result')!.raw)
})

test('the preview is the call that is sent', async () => {
  const site = await testSite()
  const form = await imageForm(site)
  const { url, body, curl } = await site.api.imaging.preview(form)
  await site.api.imaging.createImage(form)
  const call = site.lab.computer('modelo').requests.find(({ method }) => method === 'POST')
  expect(url).toBe('https://192.168.2.2:8000/CloningEngine/CrearImagen')
  expect(body).toBe(call?.body)
  expect(curl).toContain(`--data '${body}' ${url}`)
})

test('an image is created again: the same image, another fullsum, no second row', async () => {
  const site = await testSite()
  const { api, lab } = site
  const { image } = await createImage(site)
  await imageIn(site, image.id, 'success')
  const again = await createImage(site, { existingImageId: image.id, description: 'otra' })
  expect(again.image).toMatchObject({
    id: image.id,
    state: 'in-progress',
    fullsum: null,
    description: 'otra'
  })
  await auxiliaryEnded(site, image.id, 2)
  const { images } = await api.images.list()
  expect(images).toMatchObject([{ id: image.id, state: 'success', description: 'otra' }])
  const calls = lab.computer('modelo').requests.filter(({ method }) => method === 'POST')
  expect(calls.map(({ json }) => (json as { idi: string }).idi)).toEqual([image.id, image.id])
})

test('the desktop cannot show a notification: the image is ready all the same', async () => {
  const site = await testSite({
    console: {
      notify: () => {
        throw new Error('no notification service')
      }
    }
  })
  const { image } = await createImage(site)
  await imageIn(site, image.id, 'success')
  expect(site.logs).toContainEqual(
    expect.objectContaining({ level: 'warn', message: 'notification not shown' })
  )
})
