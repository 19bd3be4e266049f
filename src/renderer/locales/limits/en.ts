/** Texts of the servers' limits, and of what the webhook server has refused. */
import type { Messages } from './es.ts'

const en: Messages = {
  webhookLimits: {
    title: 'Limits of the webhook server',
    text: 'They protect the console from a computer that is broken or hostile. The usual values, in grey, are enough for 500 computers behind one address that report at once. A blank field goes back to the usual value. Changes apply at once.',
    fields: {
      bodyKb: 'Longest webhook (KB)',
      pendingMb: 'Webhooks half received, in total (MB)',
      headerSeconds: 'Wait for the headers (s)',
      requestSeconds: 'Wait for a whole webhook (s)',
      idleSeconds: 'Idle connection (s)',
      connections: 'Connections at a time, in total',
      connectionsPerAddress: 'Connections at a time per address',
      requestsPerMinute: 'Webhooks a minute per address'
    },
    hints: {
      bodyKb: 'A progress or a result is less than 1 KB; an inventory of software can be more than 1 MB.',
      pendingMb: 'One address takes half of it at most. Short webhooks are always taken.',
      headerSeconds: 'From the moment the connection is opened until the headers have come.',
      requestSeconds: 'From the beginning of a webhook to its end. Agents give up after 5 s.',
      idleSeconds: 'How long a connection stays open to wait for the next webhook.',
      connections: 'From all addresses. While all are taken, no more are accepted until one closes.',
      connectionsPerAddress:
        '20 are enough where each computer has its own address. Behind a NAT, at least 2 per computer.',
      requestsPerMinute:
        'The usual value lets 500 computers behind one address report every second. What goes beyond it is refused until the next minute.'
    }
  },
  headlessLimits: {
    title: 'Limits of the interface in the browser',
    text: 'They protect the console from the other programs of this computer, which can call its port, too, and from web pages that try. The usual values, in grey, are enough for a hundred tabs; a blank field goes back to its own. With the least of all of them one can still get in and change them. Changes hold from the next connection on.',
    fields: {
      messageMb: 'Longest message (MB)',
      headerSeconds: 'Wait for a request (s)',
      idleSeconds: 'Idle connection (s)',
      connections: 'Connections at a time, in total',
      connectionsPerAddress: 'Connections at a time per address',
      requestsPerMinute: 'Requests a minute per address'
    },
    hints: {
      messageMb:
        'From the page to the console. A file that is imported grows by a third on its way; everything else is less than 1 MB.',
      headerSeconds: 'From the moment the connection is opened until the whole request has come.',
      idleSeconds: 'How long a connection stays open to wait for the next request.',
      connections: 'Each tab keeps one while it is open; the browser opens six more to load.',
      connectionsPerAddress: 'All tabs of this computer have the same address.',
      requestsPerMinute:
        'Loading the whole page takes less than a hundred. Tabs that are signed in share their count with nobody else.'
    }
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
