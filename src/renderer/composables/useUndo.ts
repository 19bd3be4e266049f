/** Taking removals and moves back, the latest first. */
import { useI18n } from 'vue-i18n'
import { useHotkey } from 'vuetify'
import { api, failureOf } from '../api.ts'
import { useEdits, type Done } from '../stores/edits.ts'
import { useNotices } from '../stores/notices.ts'
import { useFailureText } from './useFailureText.ts'

/** Nothing will ever bring these back. */
const GONE = new Set<string>(['undo-gone', 'not-found'])

export function useUndo() {
  const { t } = useI18n()
  const edits = useEdits()
  const notices = useNotices()
  const failureText = useFailureText()

  async function takeBack(what: Done): Promise<void> {
    // Forgotten at once, so that a second Ctrl+Z takes the one before it.
    edits.forget(what.undoId)
    try {
      await api.inventory.undo({ undoId: what.undoId })
      notices.success(what.undone)
    } catch (error) {
      const failure = failureOf(error)
      // Whatever stands in the way now can be cleared, and this tried again.
      if (!GONE.has(failure.code)) edits.remember(what)
      notices.error(failureText(failure))
    }
  }

  return {
    /** Says what has been done, with a way back; Ctrl+Z is another. */
    tell(said: string, what: Done): void {
      edits.remember(what)
      notices.push({
        kind: 'success',
        text: said,
        lasting: true,
        action: { text: t('edit.undo.action'), run: () => void takeBack(what) }
      })
    },
    /** Takes the latest removal or move of this window back. */
    async undo(): Promise<void> {
      const latest = edits.done.at(-1)
      if (latest) await takeBack(latest)
      else notices.info(t('edit.undo.nothing'))
    }
  }
}

/** Ctrl+Z (Cmd+Z on a Mac) outside of text fields and dialogs. */
export function useUndoKey(): void {
  const edits = useEdits()
  const { undo } = useUndo()
  useHotkey('cmd+z', () => {
    if (edits.dialog === null) void undo()
  })
}
