/** How images travel, as choices of a list. */
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { MULTICAST_MODES, P2P_MODES } from '#shared/contract/rows.ts'

/** As in the contract, whose own lists would bring the validator along. */
const MULTICAST: typeof MULTICAST_MODES = ['full-duplex', 'half-duplex', 'broadcast']
const P2P: typeof P2P_MODES = ['peer', 'leecher', 'seeder']

export function useTransferModes() {
  const { t } = useI18n()
  return {
    multicastModes: computed(() =>
      MULTICAST.map((value) => ({ value, title: t(`edit.unit.multicastModes.${value}`) }))
    ),
    p2pModes: computed(() => P2P.map((value) => ({ value, title: t(`edit.unit.p2pModes.${value}`) })))
  }
}
