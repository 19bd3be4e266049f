/** What can be done with the computers that have a version of an image. */
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import { useCommandTargets } from '../../stores/commandTargets.ts'
import { useSelection } from '../../stores/selection.ts'
import type { CarriedImage } from './versions.ts'

export function useVersionActions() {
  const { t } = useI18n()
  const router = useRouter()
  const selection = useSelection()
  const targets = useCommandTargets()

  function select(clientIds: readonly number[]): void {
    selection.clear()
    selection.add(clientIds)
  }

  return {
    select,
    /** Picks them, and goes where they are seen together. */
    selectAndShow(clientIds: readonly number[]): void {
      select(clientIds)
      void router.push({ name: 'selection' })
    },
    /** The image for computers that are chosen there. */
    deployImage(imageId: string): void {
      targets.set([], '')
      void router.push({ name: 'deploy', query: { image: imageId } })
    },
    /** The current version for those that have an older one. */
    deployBehind({ imageId, name, behind }: CarriedImage): void {
      targets.set(behind, t('deploy.versions.target', { image: name }))
      void router.push({ name: 'deploy', query: { image: imageId } })
    }
  }
}
