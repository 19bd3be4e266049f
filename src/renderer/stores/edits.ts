import { defineStore } from 'pinia'
import { nextTick, ref, shallowRef } from 'vue'
import type { SmartFilter } from '#shared/contract/inputs.ts'
import { focusedOpener } from '../composables/useFocusReturn.ts'

/** The dialogs that edit the inventory; `id: null` is something new. */
export type EditDialog =
  | { readonly kind: 'unit'; readonly id: number | null; readonly parentId: number | null }
  | {
      readonly kind: 'client'
      readonly id: number | null
      readonly unitId: number | null
      /** The computer that the new one is to be like. */
      readonly like: number | null
    }
  | { readonly kind: 'subnet'; readonly id: number | null }
  | { readonly kind: 'repository'; readonly id: number | null }
  | { readonly kind: 'image'; readonly id: string }
  | ({ readonly kind: 'move' } & Chosen)
  | ({ readonly kind: 'remove' } & Chosen)
  | { readonly kind: 'remove-subnet'; readonly id: number }
  | { readonly kind: 'remove-repository'; readonly id: number }
  | { readonly kind: 'remove-image'; readonly id: string }
  | { readonly kind: 'trash'; readonly repositoryId: number | null }
  | { readonly kind: 'smart-group'; readonly id: number | null; readonly filter: SmartFilter }

/** Units and computers that something is done to. */
export interface Chosen {
  readonly unitIds: readonly number[]
  readonly clientIds: readonly number[]
}

/** A removal or a move that can be taken back. */
export interface Done {
  readonly undoId: string
  /** What is said once it has been taken back. */
  readonly undone: string
}

/** As many as anybody remembers having done. */
const REMEMBERED = 50

/** Which editing dialog is open, and what this window has done that can be taken back. */
export const useEdits = defineStore('edits', () => {
  const dialog = shallowRef<EditDialog | null>(null)
  /** Counts the dialogs, so that the next of the same kind starts afresh. */
  const serial = ref(0)
  const done = shallowRef<readonly Done[]>([])
  let opener: HTMLElement | null = null

  function open(next: EditDialog): void {
    if (dialog.value === null) opener = focusedOpener()
    serial.value += 1
    dialog.value = next
  }

  /** Closes the dialog; the focus goes back to where it was opened from. */
  function close(): void {
    dialog.value = null
    const back = opener
    opener = null
    // Once the dialog is gone: until then it holds the focus and keeps the page from scrolling.
    void nextTick(() => {
      if (back?.isConnected && dialog.value === null) back.focus({ preventScroll: true })
    })
  }

  return {
    dialog,
    serial,
    done,
    open,
    close,
    remember: (what: Done): void => void (done.value = [...done.value, what].slice(-REMEMBERED)),
    forget: (undoId: string): void => void (done.value = done.value.filter((what) => what.undoId !== undoId))
  }
})
