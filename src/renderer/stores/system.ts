import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { Settings, SettingsChange } from '#shared/contract/inputs.ts'
import type { WebhookStatus } from '#shared/contract/rows.ts'
import { api } from '../api.ts'
import { useLive } from './live.ts'

type Info = Awaited<ReturnType<typeof api.system.info>>

export const useSystem = defineStore('system', () => {
  const live = useLive()
  const info = ref<Info | null>(null)
  const { loading, ready, failure, refresh } = live.feed({
    // The information has no revision: every status told after the subscription is at least as new.
    pull: async () => ({ revision: 0, info: await api.system.info() }),
    apply(snapshot) {
      info.value = snapshot.info
    },
    handle(event) {
      if (event.type === 'webhook-status' && info.value) info.value.webhook = event.status
      else if (event.type === 'storage' && info.value) info.value.storage = event.failure
      // Other backups may be offered now, or somebody has decided in another window.
      else if (event.type === 'backups' && info.value?.recovery) void refresh()
    }
  })

  async function changeSettings(change: SettingsChange): Promise<Settings> {
    const settings = await api.system.changeSettings(change)
    if (info.value) info.value.settings = settings
    return settings
  }

  /** Arranges the window at once, and remembers it; where it cannot be remembered it still holds for this window. */
  function arrange(change: Pick<SettingsChange, 'menu' | 'clientsView' | 'clientColumns'>): void {
    if (info.value) Object.assign(info.value.settings, change)
    void changeSettings(change).catch(() => undefined)
  }

  /** Moves the webhook server; what it answers is its state there, which may be `failed`. */
  async function listen(port: number, host?: string): Promise<WebhookStatus> {
    const status = await api.system.listen(host === undefined ? { port } : { port, host })
    if (info.value) {
      info.value.webhook = status
      info.value.settings = {
        ...info.value.settings,
        webhookPort: port,
        webhookHost: host ?? info.value.settings.webhookHost
      }
    }
    return status
  }

  return {
    info,
    settings: computed(() => info.value?.settings ?? null),
    webhook: computed(() => info.value?.webhook ?? null),
    loading,
    ready,
    failure,
    refresh,
    changeSettings,
    arrange,
    listen
  }
})
