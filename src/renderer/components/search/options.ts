/** What the palette lists: everything that can be chosen, of whatever kind. */
import {
  mdiDatabaseOutline,
  mdiDesktopTower,
  mdiFilterOutline,
  mdiFormatListBulletedSquare,
  mdiHarddisk,
  mdiLan
} from '@mdi/js'
import { useI18n } from 'vue-i18n'
import { useRouter, type RouteLocationRaw } from 'vue-router'
import type { SearchHit, SmartGroup } from '#shared/contract/search.ts'
import type { ClientState } from '#shared/domain/states.ts'
import { useFormat } from '../../composables/useFormat.ts'
import { UNIT_ICONS } from '../groups/unitLooks.ts'

export interface PaletteOption {
  /** The same for the same thing, whatever was asked. */
  readonly key: string
  readonly icon: string
  readonly title: string
  /** What tells it from others of its name. */
  readonly details: readonly string[]
  /** Where the words were found, if not in what is shown anyway. */
  readonly matched?: { readonly label: string; readonly value: string }
  readonly state?: ClientState
  run(): unknown
}

export interface PaletteGroup {
  readonly key: string
  readonly title: string
  readonly options: readonly PaletteOption[]
}

const present = (texts: readonly (string | null)[]): string[] =>
  texts.filter((text) => text !== null && text !== '') as string[]

/** Makes options of what was found. */
export function useOptions() {
  const { t } = useI18n()
  const { dateTime } = useFormat()
  const router = useRouter()

  function matchedOf({ matched }: SearchHit, shown: readonly string[]): Pick<PaletteOption, 'matched'> {
    if (!matched || shown.some((text) => text.includes(matched.value))) return {}
    return { matched: { label: t(`search.fields.${matched.field}`), value: matched.value } }
  }

  function looksOf(
    hit: SearchHit
  ): Pick<PaletteOption, 'icon' | 'title' | 'details' | 'state'> & { to: RouteLocationRaw } {
    switch (hit.kind) {
      case 'client':
        return {
          icon: mdiDesktopTower,
          title: hit.name,
          details: [hit.ip, hit.mac, hit.path.join(' › ')],
          state: hit.state,
          to: { name: 'client', params: { id: hit.id } }
        }
      case 'unit':
        return {
          icon: UNIT_ICONS[hit.type],
          title: hit.name,
          details: [t(`unitTypes.${hit.type}`), hit.path.join(' › ')],
          to: { name: 'groups', params: { unitId: hit.id } }
        }
      case 'image':
        return {
          icon: mdiHarddisk,
          title: hit.name,
          details: [t(`states.image.${hit.state}`), hit.description],
          to: { name: 'image', params: { id: hit.id } }
        }
      case 'trace':
        return {
          icon: mdiFormatListBulletedSquare,
          title: `${t('search.trace', { id: hit.id })} · ${t(`commands.${hit.command}`)}`,
          details: present([
            hit.clientName,
            hit.imageName,
            t(`states.trace.${hit.state}`),
            dateTime(hit.scheduledAt)
          ]),
          to: { name: 'trace', params: { id: hit.id } }
        }
      case 'subnet':
        return { icon: mdiLan, title: hit.name, details: [hit.address], to: { name: 'subnets' } }
      case 'repository':
        return { icon: mdiDatabaseOutline, title: hit.name, details: [hit.ip], to: { name: 'repositories' } }
    }
  }

  return {
    ofHit(hit: SearchHit): PaletteOption {
      const { to, ...looks } = looksOf(hit)
      const details = present(looks.details)
      return {
        key: `${hit.kind} ${hit.id}`,
        ...looks,
        details,
        ...matchedOf(hit, details),
        run: () => router.push(to)
      }
    },
    ofSmartGroup: ({ id, name }: SmartGroup, count: number): PaletteOption => ({
      key: `smart-group ${id}`,
      icon: mdiFilterOutline,
      title: name,
      details: [t('groups.computers', count)],
      run: () => router.push({ name: 'smart-group', params: { smartGroupId: id } })
    })
  }
}
