import { useHotkey } from 'vuetify'

/** `?` outside of text fields, wherever a keyboard has it: with Shift, with AltGr, or alone. */
export function useShortcutsKey(open: () => void): void {
  for (const keys of ['?', 'shift+?', 'ctrl+alt+?']) useHotkey(keys, open)
}
