/** The words of a preview: kinds, fields, values, and what is wrong. */
import { useI18n } from 'vue-i18n'
import type { ImportRow } from './readFile.ts'

type Change = ImportRow['changes'][number]
type Said = NonNullable<ImportRow['problem'] | ImportRow['warning']>

/** Fields that a person counts from 1. */
const COUNTED = new Set(['planColumn', 'planRow'])
/** Changes that are named in the row itself; the others are in its details. */
const NAMED = 3

export function useImportTexts() {
  const { t, te } = useI18n()

  /** A field of the inventory in words; a column that is none stays as the file calls it. */
  const field = (name: string): string => (te(`imports.fields.${name}`) ? t(`imports.fields.${name}`) : name)

  function value({ field: name }: Pick<Change, 'field'>, given: Change['to']): string {
    if (given === null || given === '') return t('imports.details.none')
    if (name === 'type' && te(`unitTypes.${given}`)) return t(`unitTypes.${given}`)
    if (name === 'state') return t(`states.image.${given}`)
    return String(COUNTED.has(name) ? Number(given) + 1 : given)
  }

  /** What is wrong, as a sentence. */
  function problem({ code, params }: Said): string {
    const expects =
      params.expected === undefined ? '' : t('imports.problems.expects', { expected: `«${params.expected}»` })
    const unitType = (kind: unknown) =>
      te(`unitTypes.${kind}`) ? t(`unitTypes.${kind}`) : String(kind ?? '')
    const words = t(`imports.problems.${code}`, {
      ...params,
      expects,
      about: params.name === undefined ? '' : `${params.name}: `,
      ...(params.column !== undefined && { column: field(String(params.column)) }),
      ...(params.field !== undefined && { field: field(String(params.field)) }),
      ...(params.kind !== undefined && { kind: unitType(params.kind), above: unitType(params.above) })
    })
    // A computer's name stays as it is.
    return params.name === undefined ? words.charAt(0).toUpperCase() + words.slice(1) : words
  }

  /** `IP 10.1.0.1 → 10.1.0.9` */
  function change(each: Change): string {
    if (each.field === 'partitions') return field(each.field)
    return `${field(each.field)}: ${value(each, each.from)} → ${value(each, each.to)}`
  }

  /** One line that says what would happen to the row. */
  function summary(row: ImportRow): string {
    if (row.problem) return problem(row.problem)
    if (row.warning) return problem(row.warning)
    if (row.effect === 'changed') {
      const named = row.changes.slice(0, NAMED).map(change)
      const more = row.changes.length - named.length
      return [...named, ...(more > 0 ? [t('imports.rows.more', { n: more })] : [])].join(' · ')
    }
    if (row.effect === 'unchanged') return t('imports.rows.same')
    const of = (name: string) => row.changes.find((each) => each.field === name)?.to
    const parts = row.kind === 'client' ? [of('ip'), of('mac')] : [of('netmask'), of('ip')]
    if (row.kind === 'unit') parts.unshift(value({ field: 'type' }, of('type') ?? null))
    return parts.filter((part) => part !== undefined && part !== null).join(' · ')
  }

  return { field, value, problem, summary }
}
