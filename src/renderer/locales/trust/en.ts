/** Whom the console trusts, in English. */
import type es from './es.ts'

export default {
  title: 'Trust',
  intro:
    'Who may speak to the console, whom it believes, and how it proves who it is. Without any of this it works as the protocol has it: webhooks are checked by job and address, repositories by the fingerprint of their first connection, and computers are not verified.',
  file: 'Choose a file…',
  fileFor: 'Choose the file of “{label}”',
  paste: 'Paste the PEM text here, or choose the file.',
  certificate: 'Certificate and its chain (PEM)',
  key: 'Private key (PEM)',
  keyKept: 'The key is kept encrypted and never shown again.',
  save: 'Save',
  remove: 'Remove',
  change: 'Add or change…',
  saved: 'Saved.',
  subject: 'Subject',
  issuer: 'Issuer',
  valid: 'Valid',
  validRange: 'from {from} to {to}',
  fingerprint: 'SHA-256 fingerprint',
  names: 'Names and addresses',
  token: {
    title: 'Site token',
    text: 'A password that computers and repositories add to their webhooks. In ogAgent it goes into the console’s address (remote); other programs send it in the header “Authorization: Bearer”.',
    none: 'There is no token.',
    since: 'Made on {date}.',
    create: 'Make a token',
    change: 'Change the token',
    remove: 'Remove the token',
    changeTitle: 'Change the site token?',
    changeText:
      'The present one ends at once: until the new one is in every computer and repository, webhooks that bring the old one are refused where the token is required.',
    removeTitle: 'Remove the site token?',
    removeText:
      'From then on anybody on the network can send webhooks without it: they are checked by job and address only. The token cannot be brought back; if you need one again, a new one has to be put into every computer and repository.',
    once: 'Copy it now: it will not be shown again.',
    value: 'Token',
    remote: 'The console’s address for ogAgent',
    policy: 'Require the token',
    policies: {
      off: 'Do not require it: as the protocol has it',
      seen: 'Of whoever has once sent it',
      always: 'Always, of everybody'
    },
    alwaysText:
      'Webhooks of computers and repositories that do not send it are refused: their jobs will end as “no answer”.',
    senders: 'Nobody has sent it yet. | 1 address has sent it. | {n} addresses have sent it.',
    refused: 'Webhooks refused for the token: {n}.',
    forget: 'Forget who has sent it'
  },
  authorities: {
    title: 'Site CA',
    text: 'The certificate of each computer and repository is checked against it before anything is sent: that the CA has signed it, that it is valid now, and that it has the IP or the name of the inventory (SAN).',
    none: 'There is no CA: computers are not verified, and repositories are pinned at their first connection.',
    label: 'Certificate of the CA (PEM)',
    removeTitle: 'Stop checking against the site CA?',
    removeText:
      'Computers will no longer be verified, and repositories will be checked again by the fingerprint of their first connection.',
    name: 'Site CA'
  },
  client: {
    title: 'Client certificate',
    text: 'What the console shows to computers and repositories that ask for a certificate.',
    none: 'There is no client certificate.',
    removeTitle: 'Remove the client certificate?',
    removeText: 'Computers and repositories that require it will no longer serve the console.'
  },
  server: {
    title: 'Certificate of the webhook server',
    own: 'It is the one that ogDesk has made for itself. It is renewed before it ends.',
    site: 'It is the site’s. Renew it yourself before it ends.',
    change: 'Use one of the site',
    back: 'Back to our own',
    backTitle: 'Back to ogDesk’s own certificate?',
    backText:
      'Computers that check the certificate against the site CA will no longer send webhooks. The site’s certificate and its key are deleted from this computer.'
  },
  unheeded: {
    title: 'Webhooks without effect',
    count: '{n} webhook | {n} webhooks',
    intro:
      'Webhooks that have changed nothing: refused, repeated, or late. Those alike are counted in one line, and only the latest are kept.',
    clear: 'Empty the list',
    last: 'Latest',
    times: 'Times',
    from: 'From',
    reason: 'Reason',
    job: 'Job id',
    body: 'Content',
    seeTrace: 'See trace {id}',
    reasons: {
      'no-token': 'The site token is missing, which is required of this address.',
      'wrong-token': 'The token is not the site’s.',
      'unknown-source': 'The address is of no computer or repository of the inventory.',
      'wrong-source': 'The job is somebody else’s: this address cannot tell its result. It may be forged.',
      'wrong-computer':
        'It speaks for a computer of the inventory from another address. It may be forged, or the computer has another IP now: look at Discovered.',
      mismatch: 'The result is of another function or another image than the job’s.',
      repeated: 'Repeated: it had come before. That is normal where the computer did not get the reply.',
      'after-end': 'The job had already ended: its result does not change.',
      'too-many': 'Too many webhooks of this job or of this address.'
    }
  }
} satisfies typeof es
