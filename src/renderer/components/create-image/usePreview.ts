import { onScopeDispose, readonly, ref, watch, type Ref } from 'vue'
import type { CreateImageDraft } from '#shared/contract/inputs.ts'
import { api, failureOf, type ShownFailure } from '../../api.ts'
import { useLive } from '../../stores/live.ts'

const SETTLE = 200

/** The exact call that the draft would send, as curl; null until the draft has what it takes. */
export function usePreview(draft: () => CreateImageDraft | null): {
  curl: Readonly<Ref<string | null>>
  failure: Readonly<Ref<ShownFailure | null>>
} {
  const curl = ref<string | null>(null)
  const failure = ref<ShownFailure | null>(null)
  let run = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  async function ask(): Promise<void> {
    const mine = ++run
    const input = draft()
    if (!input || !input.name || !input.repositoryId || !input.disk || !input.partition) {
      curl.value = null
      failure.value = null
      return
    }
    const { repositoryId, disk, partition } = input
    try {
      const preview = await api.imaging.preview({ ...input, repositoryId, disk, partition })
      if (mine !== run) return
      curl.value = preview.curl
      failure.value = null
    } catch (error) {
      if (mine !== run) return
      curl.value = null
      failure.value = failureOf(error)
    }
  }

  watch(
    () => JSON.stringify(draft()),
    () => {
      clearTimeout(timer)
      timer = setTimeout(() => void ask(), SETTLE)
    },
    { immediate: true }
  )
  const stopSubscribed = useLive().onSubscribed(() => {
    if (failure.value) void ask()
  })
  onScopeDispose(() => {
    stopSubscribed()
    run++
    clearTimeout(timer)
  })
  return { curl: readonly(curl), failure: readonly(failure) as Readonly<Ref<ShownFailure | null>> }
}
