import { onScopeDispose, readonly, ref, type Ref } from 'vue'

export type CopyState = 'idle' | 'copied' | 'failed'

/** The old way, for windows whose host grants no clipboard permission: the user's click is enough for it. */
function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea')
  area.value = text
  area.setAttribute('aria-hidden', 'true')
  Object.assign(area.style, { position: 'fixed', opacity: '0' })
  const focused = document.activeElement
  // Inside an open dialog or drawer the focus may be trapped there.
  const parent = focused?.parentElement ?? document.body
  parent.append(area)
  area.select()
  const copied = document.execCommand('copy')
  area.remove()
  if (focused instanceof HTMLElement) focused.focus()
  return copied
}

/** Puts a text on the clipboard, and says for a moment whether that worked. */
export function useCopy(shownFor = 2000): {
  state: Readonly<Ref<CopyState>>
  copy(text: string): Promise<void>
} {
  const state = ref<CopyState>('idle')
  let timer: ReturnType<typeof setTimeout> | undefined

  async function copy(text: string): Promise<void> {
    let copied: boolean
    try {
      await navigator.clipboard.writeText(text)
      copied = true
    } catch {
      copied = copyBySelection(text)
    }
    state.value = copied ? 'copied' : 'failed'
    clearTimeout(timer)
    timer = setTimeout(() => (state.value = 'idle'), shownFor)
  }

  onScopeDispose(() => clearTimeout(timer))
  return { state: readonly(state), copy }
}
