import { defineStore } from 'pinia'
import { computed } from 'vue'
import { carriedLine, type CarriedLine } from '../components/deploy/versions.ts'
import { useDeployed } from './deployed.ts'
import { useImages } from './images.ts'

/** What each computer carries, in one line; made while somebody looks at it, of all at once. */
export const useCarried = defineStore('carried', () => {
  const deployed = useDeployed()
  const images = useImages()
  const byClient = computed<ReadonlyMap<number, CarriedLine>>(() => {
    const lines = new Map<number, CarriedLine>()
    for (const [clientId, rows] of deployed.known()) {
      const line = carriedLine(rows, images.image)
      if (line) lines.set(clientId, line)
    }
    return lines
  })
  return { byClient }
})
