/** A form: its fields, what is wrong with them and when that is said, and whether there is anything to lose. */
import { computed, reactive, ref, type ComputedRef, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { failureOf, type ShownFailure } from '../../api.ts'
import type { Problems } from './rules.ts'

/** What a field of Vuetify is bound to. */
interface BoundField<Value> {
  readonly modelValue: Value
  readonly 'onUpdate:modelValue': (value: Value | null) => void
  readonly onBlur: () => void
  readonly errorMessages: string[]
  readonly disabled: boolean
}

/** What the dialog around a form has to know of it. */
export interface FormState {
  readonly dirty: boolean
  readonly busy: boolean
  readonly failure: ShownFailure | null
}

export interface EditForm<Fields extends object> {
  readonly fields: Fields
  readonly problems: ComputedRef<Problems<Fields>>
  readonly state: ComputedRef<FormState>
  readonly failure: Ref<ShownFailure | null>
  bind<Key extends keyof Fields & string>(key: Key): BoundField<Fields[Key]>
  /** What the form begins with counts as nobody's work: leaving it asks nothing. */
  begin(values: Partial<Fields>): void
  /** Saves what is right, or says everything that is not; whether it was saved. */
  submit(save: () => Promise<void>): Promise<boolean>
}

/** @param check what is wrong with the fields, whatever has been shown of it */
export function useEditForm<Fields extends object>(
  initial: Fields,
  check: (fields: Fields) => Problems<Fields>
): EditForm<Fields> {
  const { t } = useI18n()
  const fields = reactive({ ...initial }) as Fields
  const untouched = ref(JSON.stringify(initial))
  const left = reactive(new Set<string>())
  const busy = ref(false)
  const failure = ref<ShownFailure | null>(null)
  const problems = computed(() => check(fields))

  function sentences(key: keyof Fields & string): string[] {
    const problem = problems.value[key]
    if (!problem || (problem.unfinished && !left.has(key))) return []
    const { n } = problem.params ?? {}
    return [t(`edit.problems.${problem.key}`, { ...problem.params }, typeof n === 'number' ? n : 1)]
  }

  return {
    fields,
    problems,
    failure,
    state: computed(() => ({
      dirty: JSON.stringify(fields) !== untouched.value,
      busy: busy.value,
      failure: failure.value
    })),
    bind: (key) => ({
      modelValue: fields[key],
      // A field that Vuetify has cleared holds null; a text that is not there is an empty one.
      'onUpdate:modelValue': (value) => {
        fields[key] = (value ?? (typeof initial[key] === 'string' ? '' : null)) as Fields[typeof key]
      },
      onBlur: () => void left.add(key),
      errorMessages: sentences(key),
      disabled: busy.value
    }),
    begin(values) {
      Object.assign(fields, values)
      untouched.value = JSON.stringify(fields)
    },
    async submit(save) {
      for (const key of Object.keys(fields)) left.add(key)
      failure.value = null
      if (busy.value || Object.keys(problems.value).length > 0) return false
      busy.value = true
      try {
        await save()
        untouched.value = JSON.stringify(fields)
        return true
      } catch (error) {
        failure.value = failureOf(error)
        return false
      } finally {
        busy.value = false
      }
    }
  }
}
