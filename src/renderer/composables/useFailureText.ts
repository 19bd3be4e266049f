import { useI18n } from 'vue-i18n'
import type { Failure } from '#shared/domain/failures.ts'
import { failureSentenceIn } from '#shared/messages/sentences.ts'
import type { ShownFailure } from '../api.ts'
import { useSharedMessages } from './useSharedMessages.ts'

const isOfTheConsole = (failure: ShownFailure): failure is Failure =>
  failure.code !== 'console-lost' && failure.code !== 'unexpected'

/** A failure as a sentence in the window's language: what happened, to which computer, what to do next. */
export function useFailureText(): (failure: ShownFailure) => string {
  const { t } = useI18n()
  const messages = useSharedMessages()
  return (failure) =>
    isOfTheConsole(failure) ? failureSentenceIn(messages.value, failure) : t(`app.failures.${failure.code}`)
}
