/** Reads an inventory file and adds it; whatever is wrong with it is said in words, with its place in the file. */
import { ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { api, failureOf, type ShownFailure } from '../api.ts'
import { useInventory } from '../stores/inventory.ts'
import { useNotices } from '../stores/notices.ts'

export interface ImportProblem {
  readonly text: string
  readonly places: readonly string[]
  readonly failure: ShownFailure | null
}

interface Issue {
  readonly code?: string | undefined
  readonly message: string
  readonly format?: string
  readonly path: PropertyKey[]
  readonly input?: unknown
  readonly values?: readonly unknown[]
}

const SHOWN = 10
const COLLECTIONS = ['repositories', 'subnets', 'units', 'clients', 'partitions'] as const
type Collection = (typeof COLLECTIONS)[number]
const isCollection = (key: unknown): key is Collection => (COLLECTIONS as readonly unknown[]).includes(key)

/** A text that is no JSON, and where it stops being one; null: at its end. */
class NotJson extends Error {
  readonly text: string
  readonly position: number | null

  constructor(text: string, reason: string) {
    super(reason)
    this.text = text
    const at = /position (\d+)/.exec(reason)?.[1]
    this.position = at === undefined ? null : Number(at)
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new NotJson(text, String(error))
  }
}

function step(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<PropertyKey, unknown>)[key]
    : undefined
}

/** What the row calls itself, or its position counted from 1. */
function nameOf(row: unknown, collection: Collection, index: number): string {
  const own = collection === 'partitions' ? step(row, 'partition') : step(row, 'name')
  if (typeof own === 'string' && own !== '') return `«${own}»`
  return typeof own === 'number' ? String(own) : String(index + 1)
}

export function useInventoryImport() {
  const { t, te } = useI18n()
  const inventory = useInventory()
  const notices = useNotices()
  const busy = ref(false)
  const problem = ref<ImportProblem | null>(null)

  function notJson({ position, text }: NotJson, file: string): string {
    if (position === null) return t('importer.notJsonEnd', { file })
    const lines = text.slice(0, position).split('\n')
    return t('importer.notJson', { file, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 })
  }

  /** `unidad «Aula Demo» › equipo «pc1» › campo «mac»` */
  function place(path: PropertyKey[], document: unknown): string {
    const parts: string[] = []
    let value = document
    for (let i = 0; i < path.length; i++) {
      const key = path[i]!
      const next = path[i + 1]
      value = step(value, key)
      if (isCollection(key) && typeof next === 'number') {
        value = step(value, next)
        parts.push(t(`importer.places.${key}`, { name: nameOf(value, key, next) }))
        i += 1
      } else {
        parts.push(t('importer.places.field', { name: String(key) }))
      }
    }
    return parts.join(' › ')
  }

  function words(issue: Issue, document: unknown): string {
    let value = document
    for (const key of issue.path) value = step(value, key)
    if (value === undefined) return t('importer.problems.missing')
    if (issue.code === 'invalid_value') {
      return t('importer.problems.option', { options: (issue.values ?? []).join(', ') })
    }
    // The contract's own rules are named by a key of the shared messages.
    if (te(`problems.${issue.message}`)) return t(`problems.${issue.message}`)
    if (issue.format === 'ipv4') return t('importer.problems.ipv4')
    const known: Record<string, string> = { invalid_type: 'type', too_small: 'short', too_big: 'long' }
    return t(`importer.problems.${known[issue.code ?? ''] ?? 'invalid'}`)
  }

  async function add(document: unknown, file: string): Promise<void> {
    // Loaded only here: the validator is the biggest part of the contract, and a console imports once.
    const { inventoryDocument, INVENTORY_FORMAT } = await import('./inventoryDocument.ts')
    if (step(document, 'format') !== INVENTORY_FORMAT) {
      problem.value = { text: t('importer.notInventory', { file }), places: [], failure: null }
      return
    }
    const parsed = inventoryDocument.safeParse(document)
    if (!parsed.success) {
      const issues: Issue[] = parsed.error.issues
      const places = issues
        .slice(0, SHOWN)
        .map((issue) => `${place(issue.path, document)}: ${words(issue, document)}`)
      if (issues.length > SHOWN) places.push(t('importer.moreProblems', { n: issues.length - SHOWN }))
      problem.value = { text: t('importer.wrong', { file }), places, failure: null }
      return
    }
    const added = await api.inventory.importDocument(parsed.data)
    await inventory.refresh()
    notices.success(t('importer.done', added))
  }

  async function run(read: () => Promise<unknown>, file: string): Promise<void> {
    busy.value = true
    problem.value = null
    try {
      await add(await read(), file)
    } catch (error) {
      problem.value =
        error instanceof NotJson
          ? { text: notJson(error, file), places: [], failure: null }
          : { text: '', places: [], failure: failureOf(error) }
    }
    busy.value = false
  }

  return {
    busy,
    problem,
    importFile: (file: File) => run(async () => parse(await file.text()), file.name),
    importExample: () =>
      run(
        async () => (await import('../../../resources/inventories/centro-demo.json')).default,
        'centro-demo.json'
      )
  }
}
