/** Every error of a procedure as a FAILURE: a code and values that the renderer has a sentence for. */
import { ORPCError, ValidationError, implement } from '@orpc/server'
import { ca, en, es } from 'zod/locales'
import { contract } from '#shared/contract/index.ts'
import { failure, type Failure } from '#shared/domain/failures.ts'
import { sharedMessages } from '#shared/messages/format.ts'
import { FailureError } from '../failure-error.ts'
import type { SettingsService } from '../inventory/settings.ts'
import { diskFailure } from '../storage.ts'

const ZOD_LOCALES = { es: es(), en: en(), ca: ca() }

/** The place of a value as people read it: `units[0].clients[3].mac`. */
function placeOf(path: readonly (PropertyKey | { key: PropertyKey })[] | undefined): string {
  const keys = (path ?? []).map((part) => (typeof part === 'object' ? part.key : part))
  return keys
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : index ? `.${String(key)}` : String(key)))
    .join('')
}

function inputFailure(error: ValidationError, settings: SettingsService): Failure {
  const [issue] = error.issues
  const { language } = settings.get()
  const problems: Record<string, string> = sharedMessages[language].problems
  const own = issue && problems[issue.message]
  // zod's own words, in the language of the window.
  const localized = issue && ZOD_LOCALES[language].localeError(issue as never)
  const words = typeof localized === 'string' ? localized : localized?.message
  return failure(
    'invalid-input',
    { field: placeOf(issue?.path) || '–', problem: own ?? words ?? issue?.message ?? '' },
    JSON.stringify(error.issues)
  )
}

/**
 * The contract's implementer, on which every procedure is built: whatever a handler throws, or its input's check finds,
 * leaves as a FAILURE. What is neither a failure nor bad input stays an internal error.
 */
export function createImplementer(settings: SettingsService, dataDirectory: string) {
  return implement(contract).use(async ({ next }) => {
    try {
      return await next()
    } catch (error) {
      let data: Failure | undefined
      if (error instanceof FailureError) data = error.failure
      else if (
        error instanceof ORPCError &&
        error.code === 'BAD_REQUEST' &&
        error.cause instanceof ValidationError
      ) {
        data = inputFailure(error.cause, settings)
      }
      data ??= diskFailure(error, dataDirectory) ?? undefined
      if (!data) throw error
      throw new ORPCError('FAILURE', { defined: true, status: 422, message: data.code, data })
    }
  })
}
export type Implementer = ReturnType<typeof createImplementer>
