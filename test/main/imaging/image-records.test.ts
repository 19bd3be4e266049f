import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { failureOf } from '../../support/console.ts'
import { expectSentences } from '../../support/sentences.ts'
import { createImage, imageForm, imageIn, testSite, type Site } from '../../support/site.ts'

async function withImage(
  options: Parameters<typeof testSite>[0] = {}
): Promise<Site & { imageId: string; fullsum: string }> {
  const site = await testSite(options)
  const { image } = await createImage(site)
  await imageIn(site, image.id, 'success')
  // Its size is asked for right after.
  const { fullsum } = await site.events.until(async () => {
    const { image: made } = await site.api.images.get({ id: image.id })
    return made.size !== null && made
  })
  return { ...site, imageId: image.id, fullsum: fullsum! }
}

describe('the record of an image', () => {
  test('what people wrote of it changes, and nothing else', async () => {
    const { api, imageId, clock } = await withImage()
    const { image: before } = await api.images.get({ id: imageId })
    clock.advance(1000)
    const changed = await api.images.update({ id: imageId, change: { description: 'con GIMP' } })
    expect(changed).toEqual({ ...before, description: 'con GIMP', updatedAt: clock.now() })
    expect(await failureOf(api.images.update({ id: crypto.randomUUID(), change: {} }))).toMatchObject({
      code: 'not-found'
    })
  })

  test('without its file: the record goes and comes back, with its traces; the file is not touched', async () => {
    const { api, events, lab, imageId } = await withImage()
    const before = await api.images.get({ id: imageId })
    const { undoId } = await api.images.remove({ id: imageId, file: 'keep' })
    expect((await api.images.list()).images).toEqual([])
    await events.until(() =>
      events.all.some((event) => event.type === 'image-removed' && event.id === imageId)
    )
    await api.inventory.undo({ undoId: undoId! })
    expect(await api.images.get({ id: imageId })).toEqual({ ...before, revision: expect.any(Number) })
    expect(lab.repository.requests.filter(({ method }) => method === 'DELETE')).toEqual([])
  })
})

describe('with its file', () => {
  test('to the trash and back: file, record and traces', async () => {
    const { api, repository, imageId, fullsum } = await withImage()
    const before = await api.images.get({ id: imageId })
    expect(await api.images.remove({ id: imageId, file: 'trash' })).toEqual({ undoId: null })
    expect((await api.images.list()).images).toEqual([])
    expect(await api.images.trash({ repositoryId: repository.id })).toEqual([
      { name: 'image-test.img', fullsum, size: before.image.size, remembered: true }
    ])
    expect(await api.images.restore({ repositoryId: repository.id, fullsum })).toEqual(before.image)
    expect((await api.images.get({ id: imageId })).traces).toEqual(before.traces)
    expect(await api.images.trash({ repositoryId: repository.id })).toEqual([])
  })

  test('a file whose record nobody remembers gets one of its own', async () => {
    const { api, lab, repository, imageId, fullsum } = await withImage()
    await api.images.remove({ id: imageId, file: 'keep' })
    // Thrown away by hand, on the server itself.
    const { imagesDirectory } = lab.describe().repository
    for (const suffix of ['', '.sum', '.full.sum', '.size', '.torrent']) {
      const file = `image-test.img${suffix}`
      await rename(join(imagesDirectory, file), join(imagesDirectory, '..', 'images_trash', file))
    }
    const [trashed] = await api.images.trash({ repositoryId: repository.id })
    expect(trashed).toMatchObject({ name: 'image-test.img', fullsum, remembered: false })
    const image = await api.images.restore({ repositoryId: repository.id, fullsum })
    expect(image).toMatchObject({ name: 'image-test', fullsum, state: 'success', size: trashed!.size })
    expect(image.id).not.toBe(imageId)
  })

  test('for good: nothing is left to restore', async () => {
    const { api, repository, imageId, fullsum } = await withImage()
    await api.images.remove({ id: imageId, file: 'permanent' })
    expect(await api.images.trash({ repositoryId: repository.id })).toEqual([])
    expect(await failureOf(api.images.restore({ repositoryId: repository.id, fullsum }))).toMatchObject({
      code: 'not-found'
    })
  })

  test('the repository refuses: the record stays, and its words are told', async () => {
    const { api, lab, imageId } = await withImage()
    const { imagesDirectory } = lab.describe().repository
    await rm(join(imagesDirectory, 'image-test.img'))
    for (const file of ['trash', 'permanent'] as const) {
      const failure = await failureOf(api.images.remove({ id: imageId, file }))
      expect(failure.code).toBe('repository-error')
      expect(failure.params.text).toContain('no image with fullsum')
    }
    expect((await api.images.list()).images).toHaveLength(1)
    expect((await api.images.remove({ id: imageId, file: 'keep' })).undoId).not.toBeNull()
  })

  test('while its repository is asked, no job of the image begins, and nobody removes it twice', async () => {
    const site = await withImage({ console: { timings: { call: 2_000 } } })
    const { api, lab, modelo, imageId } = site
    await lab.repository.setFault({ kind: 'hang' })
    const removal = failureOf(api.images.remove({ id: imageId, file: 'permanent' }))
    await lab.repository.until(({ requests }) => requests.find(({ method }) => method === 'DELETE'))
    const deploy: Parameters<typeof api.commands.run>[0] = {
      order: {
        command: 'deploy-image',
        imageId,
        protocol: { kind: 'unicast' },
        places: [{ clientIds: [modelo.id], disk: 1, partition: 2 }]
      },
      clientIds: [modelo.id],
      moment: { kind: 'now' },
      target: 'modelo'
    }
    const refused = [
      api.commands.run(deploy),
      api.imaging.createImage(await imageForm(site, { existingImageId: imageId })),
      api.images.remove({ id: imageId, file: 'keep' })
    ]
    for (const failure of await Promise.all(refused.map(failureOf))) {
      expect(failure).toMatchObject({ code: 'image-leaving', params: { name: 'image-test' } })
      expectSentences(failure)
    }
    // It did not answer: the image stays, and can be worked with.
    expect(await removal).toMatchObject({ code: 'repository-timeout' })
    expect((await api.images.get({ id: imageId })).traces).toHaveLength(2)
    expect(await api.commands.run(deploy)).toMatchObject({ command: 'deploy-image' })
    expect(await failureOf(api.images.remove({ id: imageId, file: 'keep' }))).toMatchObject({
      code: 'image-in-use'
    })
  })

  test('a name that is taken again keeps the file in the trash', async () => {
    const site = await withImage()
    const { api, repository, imageId, fullsum } = site
    await api.images.remove({ id: imageId, file: 'trash' })
    const { image } = await createImage(site)
    await imageIn(site, image.id, 'success')
    const failure = await failureOf(api.images.restore({ repositoryId: repository.id, fullsum }))
    expect(failure).toMatchObject({ code: 'name-taken', params: { name: 'image-test' } })
    expectSentences(failure)
    expect(await api.images.trash({ repositoryId: repository.id })).toHaveLength(1)
  })

  test('an image that is being made, or was never finished, keeps its file', async () => {
    const site = await testSite()
    await site.lab.computer('modelo').setFault({ kind: 'late' })
    const { image } = await createImage(site)
    for (const file of ['keep', 'trash'] as const) {
      const failure = await failureOf(site.api.images.remove({ id: image.id, file }))
      expect(failure).toMatchObject({ code: 'image-in-use', params: { name: 'image-test' } })
    }
  })
})
