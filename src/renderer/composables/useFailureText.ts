import { useI18n } from 'vue-i18n'
import type { Failure } from '#shared/domain/failures.ts'
import { failureSentence } from '#shared/messages/format.ts'
import type { ShownFailure } from '../api.ts'
import { useLanguage } from './useLanguage.ts'

const isOfTheConsole = (failure: ShownFailure): failure is Failure =>
  failure.code !== 'console-lost' && failure.code !== 'unexpected'

/** A failure as a sentence in the window's language: what happened, to which computer, what to do next. */
export function useFailureText(): (failure: ShownFailure) => string {
  const { t } = useI18n()
  const language = useLanguage()
  return (failure) =>
    isOfTheConsole(failure) ? failureSentence(language.value, failure) : t(`app.failures.${failure.code}`)
}
