/** A failure on its way to the user interface. */
import type { Failure, FailureCode } from '#shared/domain/failures.ts'
import { failure } from '#shared/domain/failures.ts'
import { failureSentence } from '#shared/messages/format.ts'

/** Thrown by services; the contract's FAILURE carries its `failure` to the renderer. */
export class FailureError extends Error {
  readonly failure: Failure

  constructor(cause: Failure) {
    super(failureSentence('en', cause))
    this.name = 'FailureError'
    this.failure = cause
  }
}

/** Builds a FailureError. */
export function fail(
  code: FailureCode,
  params: Record<string, string | number> = {},
  detail?: string
): FailureError {
  return new FailureError(failure(code, params, detail ?? null))
}
