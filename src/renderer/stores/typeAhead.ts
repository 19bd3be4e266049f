/** Keys that are pressed before the field that they are meant for is there: kept, in their order, until it takes them. */
type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'isComposing'>

/** What the keys come to: a text, and whether Enter was pressed behind it. */
export interface Typed {
  readonly text: string
  readonly entered: boolean
}

const NOTHING: Typed = { text: '', entered: false }

export function createTypeAhead() {
  let typed = NOTHING
  return {
    /** Whether the key is one of those that are kept. */
    keep({ key, ctrlKey, altKey, metaKey, isComposing }: Key): boolean {
      // AltGr, with which many write @ and €, says Ctrl and Alt at once.
      if (isComposing || metaKey || ctrlKey !== altKey) return false
      const { text, entered } = typed
      if (key === 'Enter') typed = { text, entered: true }
      else if (key === 'Backspace') typed = { text: [...text].slice(0, -1).join(''), entered }
      else if ([...key].length === 1) typed = { text: text + key, entered }
      else return false
      return true
    },
    /** What was typed, which is the field's from now on. */
    take(): Typed {
      const taken = typed
      typed = NOTHING
      return taken
    }
  }
}
