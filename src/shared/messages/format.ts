/** Sentences outside the renderer: notifications and command-line output. */
import type { Language } from '../contract/inputs.ts'
import { AGENT_ERROR_CODES } from '../domain/agent-errors.ts'
import type { Failure } from '../domain/failures.ts'
import { ca } from './ca.ts'
import { en } from './en.ts'
import { es, type SharedMessages } from './es.ts'

/** Every sentence, by language. */
export const sharedMessages: Readonly<Record<Language, SharedMessages>> = { es, en, ca }

type Params = Readonly<Record<string, string | number>>

/** Fills the `{name}` places of a sentence; a place without a value stays as it is, so that it is seen. */
export function fill(sentence: string, params: Params): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(params[name] ?? place))
}

/** The sentence of an agent's error code (`der`), or undefined where no table knows it. [L] */
function agentErrorSentence(language: Language, code: string): string | undefined {
  const { agentErrors } = sharedMessages[language]
  if (!(AGENT_ERROR_CODES as readonly string[]).includes(code)) return undefined
  return (agentErrors as Record<string, string>)[code] ?? agentErrors.transfer
}

/**
 * A failure as a sentence. States and commands among its values are named in the language; an agent's error code
 * becomes its explanation, with the agent's own words behind it.
 */
export function failureSentence(language: Language, failure: Failure): string {
  const messages = sharedMessages[language]
  const params: Record<string, string | number> = { ...failure.params }
  const { state, command, agentError, text } = failure.params
  if (typeof state === 'string' && state in messages.states.client) {
    params.state = messages.states.client[state as keyof typeof messages.states.client]
  }
  if (typeof command === 'string' && command in messages.commands) {
    params.command = messages.commands[command as keyof typeof messages.commands]
  }
  if (failure.code === 'job-failed') {
    const known = agentErrorSentence(language, String(agentError ?? ''))
    const words = text ? `«${text}»` : ''
    params.explanation = [known, words].filter(Boolean).join(' ')
  }
  if (failure.code === 'cfg-invalid') {
    const problems: Record<string, string> = messages.cfgProblems
    params.problem = fill(problems[String(failure.params.cfgProblem)] ?? '', params)
  }
  if (failure.code === 'inventory-invalid') {
    const problems: Record<string, string> = messages.inventoryProblems
    params.problem = problems[String(failure.params.inventoryProblem)] ?? ''
  }
  return fill(messages.failures[failure.code], params).trim()
}
