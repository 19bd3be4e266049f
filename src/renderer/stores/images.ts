import { defineStore } from 'pinia'
import { computed, shallowReactive } from 'vue'
import type { Image } from '#shared/contract/rows.ts'
import { api } from '../api.ts'
import { useLive } from './live.ts'

export const useImages = defineStore('images', () => {
  const live = useLive()
  const images = shallowReactive(new Map<string, Image>())
  const { loading, ready, failure, refresh } = live.feed({
    pull: () => api.images.list(),
    apply(snapshot) {
      images.clear()
      for (const image of snapshot.images) images.set(image.id, image)
    },
    handle(event) {
      if (event.type === 'image') images.set(event.image.id, event.image)
      else if (event.type === 'image-removed') images.delete(event.id)
    }
  })

  return {
    images,
    /** The newest first. */
    list: computed(() => [...images.values()].sort((a, b) => b.number - a.number)),
    image: (id: string | null): Image | undefined => (id === null ? undefined : images.get(id)),
    loading,
    ready,
    failure,
    refresh
  }
})
