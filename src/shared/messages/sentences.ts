/** Filling sentences, in the language of the messages that are given: the window holds those of one language only. */
import { AGENT_ERROR_CODES } from '../domain/agent-errors.ts'
import type { Failure } from '../domain/failures.ts'
import type { SharedMessages } from './es.ts'

type Params = Readonly<Record<string, string | number>>

/** Fills the `{name}` places of a sentence; a place without a value stays as it is, so that it is seen. */
export function fill(sentence: string, params: Params): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(params[name] ?? place))
}

/** The sentence of an agent's error code (`der`), or undefined where no table knows it. [L] */
function agentErrorSentence({ agentErrors }: SharedMessages, code: string): string | undefined {
  if (!(AGENT_ERROR_CODES as readonly string[]).includes(code)) return undefined
  return (agentErrors as Record<string, string>)[code] ?? agentErrors.transfer
}

/**
 * A failure as a sentence of these messages. States and commands among its values are named in the language; an
 * agent's error code becomes its explanation, with the agent's own words behind it.
 */
export function failureSentenceIn(messages: SharedMessages, failure: Failure): string {
  const params: Record<string, string | number> = { ...failure.params }
  const { state, command, agentError, text } = failure.params
  if (typeof state === 'string' && state in messages.states.client) {
    params.state = messages.states.client[state as keyof typeof messages.states.client]
  }
  if (typeof command === 'string' && command in messages.commands) {
    params.command = messages.commands[command as keyof typeof messages.commands]
  }
  if (failure.code === 'job-failed') {
    const known = agentErrorSentence(messages, String(agentError ?? ''))
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
