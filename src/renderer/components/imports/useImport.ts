/** One import, from the file to what became of it. */
import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import type { ImportPreview, ImportTarget } from '#shared/contract/imports.ts'
import { IMPORT_MAX_BYTES, type ImportFormat } from '#shared/domain/imports.ts'
import { api, failureOf, type ShownFailure } from '../../api.ts'
import { useImportSource } from '../../stores/importSource.ts'
import { useSystem } from '../../stores/system.ts'
import { useImportSelection } from './useImportSelection.ts'
import { readFile, type ImportContent } from './readFile.ts'

type Outcome = Awaited<ReturnType<typeof api.imports.apply>>

const MB = 1024 * 1024
/** Of a message, for a file grows by a third on its way. */
const SHARE_OF_MESSAGE = 0.7

export function useImport() {
  const source = useImportSource()
  const system = useSystem()
  const preview = shallowRef<ImportPreview | null>(null)
  const outcome = ref<Outcome | null>(null)
  const failure = ref<ShownFailure | null>(null)
  const busy = ref<'read' | 'apply' | null>(null)
  const selection = useImportSelection(() => preview.value?.rows ?? [])
  /** Null: recognised by its content. */
  const format = ref<ImportFormat | null>(null)
  const target = ref<ImportTarget>({ kind: 'network' })
  /** The latest question; the answer to an older one is of no interest any more. */
  let asked = 0

  /** Tells the console to forget a file; one that is gone has forgotten it already. */
  function close(importId: string): void {
    void api.imports.close({ importId }).catch(() => undefined)
  }

  function forget(): void {
    const id = preview.value?.importId
    preview.value = null
    if (id !== undefined) close(id)
  }

  /** The preview with all of its rows; with those that are there where nobody wants it any more. */
  async function whole(head: ImportPreview, wanted: () => boolean): Promise<ImportPreview> {
    const { importId, rowCount } = head
    const rows = [...head.rows]
    while (rows.length < rowCount && wanted()) {
      rows.push(...(await api.imports.rows({ importId, from: rows.length })))
    }
    return { ...head, rows }
  }

  async function ask(question: () => Promise<ImportPreview>): Promise<boolean> {
    const mine = ++asked
    busy.value = 'read'
    try {
      const answer = await whole(await question(), () => mine === asked)
      if (mine !== asked) {
        if (answer.importId !== preview.value?.importId) close(answer.importId)
        return false
      }
      const before = preview.value
      if (before && before.importId !== answer.importId) forget()
      preview.value = answer
      target.value = answer.target
      return true
    } catch (error) {
      if (mine === asked) failure.value = failureOf(error)
      return false
    } finally {
      if (mine === asked) busy.value = null
    }
  }

  /** How large a file may be; a browser may send less at once, where somebody has limited it. */
  function mostBytes(): number {
    const { host, settings } = system.info ?? {}
    if (host !== 'headless' || !settings) return IMPORT_MAX_BYTES
    return Math.min(IMPORT_MAX_BYTES, settings.headlessLimits.messageMb * MB * SHARE_OF_MESSAGE)
  }

  async function contentOf(): Promise<ImportContent> {
    return source.file ? readFile(source.file) : { kind: 'text', text: source.text }
  }

  /** Reads what was chosen or pasted. */
  async function open(): Promise<void> {
    failure.value = null
    outcome.value = null
    const size = source.file?.size ?? source.text.length
    const most = mostBytes()
    if (size > most) {
      const params = { size: Math.ceil(size / MB), max: Math.floor(most / MB) }
      failure.value = { code: 'import-too-large', params, detail: null }
      return
    }
    const read = await ask(async () =>
      api.imports.open({
        fileName: source.file?.name ?? null,
        content: await contentOf(),
        format: format.value,
        target: target.value
      })
    )
    if (read) selection.suggest()
  }

  async function chooseFile(file: File): Promise<void> {
    source.file = file
    format.value = null
    await open()
  }

  async function changeFormat(wanted: ImportFormat | null): Promise<void> {
    format.value = wanted
    await open()
  }

  /** Works the preview out again; what was picked stays picked where it still can be. */
  async function retarget(wanted: ImportTarget): Promise<void> {
    const importId = preview.value?.importId
    if (importId === undefined) return
    failure.value = null
    if (await ask(() => api.imports.retarget({ importId, target: wanted }))) selection.keepPossible()
  }

  async function apply(): Promise<void> {
    const importId = preview.value?.importId
    if (importId === undefined || busy.value) return
    busy.value = 'apply'
    failure.value = null
    try {
      outcome.value = await api.imports.apply({ importId, keys: selection.keys() })
      forget()
      source.file = null
      source.text = ''
    } catch (error) {
      const found = failureOf(error)
      if (found.code === 'import-outdated') await retarget(target.value)
      // The console was started again, or many other files were opened meanwhile; the content is still here.
      else if (found.code === 'import-gone') await open()
      failure.value = found
    }
    busy.value = null
  }

  /** Back to the beginning; what was pasted is still there. */
  function reset(): void {
    asked += 1
    forget()
    source.file = null
    format.value = null
    target.value = { kind: 'network' }
    failure.value = null
    outcome.value = null
    busy.value = null
  }

  // An answer that is still on its way belongs to nobody any more.
  onScopeDispose(() => {
    asked += 1
    forget()
  })

  return {
    preview,
    outcome,
    failure,
    busy,
    format,
    target,
    selection,
    fileName: computed(() => source.file?.name ?? null),
    open,
    chooseFile,
    changeFormat,
    retarget,
    apply,
    reset
  }
}
export type ImportSession = ReturnType<typeof useImport>
