/** Texts of the webhook server's limits, and of what it has refused. */
import type { Messages } from './es.ts'

const en: Messages = {
  title: 'Limits of the webhook server',
  text: 'They protect the console from a computer that is broken or hostile. The usual values let 500 computers behind one address boot at once. A blank field goes back to the usual value. Changes apply at once.',
  fields: {
    bodyKb: 'Longest webhook (KB)',
    headerSeconds: 'Wait for the headers (s)',
    requestSeconds: 'Wait for a whole webhook (s)',
    idleSeconds: 'Idle connection (s)',
    connections: 'Connections at a time, in total',
    connectionsPerAddress: 'Connections at a time per address',
    requestsPerMinute: 'Webhooks a minute per address'
  },
  rule: 'A whole number from {least} to {most}.',
  refused: {
    title: 'Refused requests',
    none: 'No request has been refused since the console was opened.',
    text: 'Since the console was opened. A computer that often appears here may have a badly configured agent, or somebody is probing the server.',
    of: '1 request from {address} has been refused. | {n} requests from {address} have been refused.',
    last: 'The last one, {time}',
    more: 'And from 1 more address. | And from {n} more addresses.',
    reasons: {
      rate: 'too many webhooks a minute: {n}',
      connections: 'too many connections at a time: {n}',
      size: 'too large: {n}',
      slow: 'too slow: {n}',
      malformed: 'malformed: {n}',
      'unknown-path': 'to a path that does not exist: {n}',
      'not-theirs': 'of a job of others, or an unknown computer: {n}'
    }
  }
}

export default en
