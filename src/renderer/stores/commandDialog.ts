import { defineStore } from 'pinia'
import { nextTick, ref, shallowRef } from 'vue'
import type { Order } from '#shared/contract/orders.ts'
import type { BatchCommand } from '#shared/domain/commands.ts'
import { focusedOpener } from '../composables/useFocusReturn.ts'

/** A command that somebody is asked about before it is given. */
export interface AskedCommand {
  readonly command: BatchCommand
  /** What was filled in before; without it, the dialog asks for it. */
  readonly order?: Order
  readonly clientIds: readonly number[]
  /** What it is aimed at, in words: `Aula 1`. */
  readonly target: string
}

/** The command whose confirmation is open. */
export const useCommandDialog = defineStore('command-dialog', () => {
  const asked = shallowRef<AskedCommand | null>(null)
  /** Counts the dialogs, so that the next one starts afresh. */
  const serial = ref(0)
  let opener: HTMLElement | null = null

  function open(next: AskedCommand): void {
    opener = focusedOpener()
    serial.value += 1
    asked.value = next
  }

  /** Closes the dialog; the focus goes back to where it was opened from. */
  function close(): void {
    asked.value = null
    const back = opener
    opener = null
    void nextTick(() => {
      if (back?.isConnected && asked.value === null) back.focus({ preventScroll: true })
    })
  }

  return { asked, serial, open, close }
})
