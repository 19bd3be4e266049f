/** Who did what, in English. */
import type { Messages } from './es.ts'

const en: Messages = {
  diagnostics: {
    title: 'Diagnostics',
    text: 'A text with versions, system, settings, state and the last lines of the log, for who helps you. It holds no secrets, but names and addresses of computers.',
    copy: 'Copy the diagnostic report',
    save: 'Save as a file',
    copied: 'The diagnostic report is on the clipboard.',
    notCopied: 'The report could not be copied. Save it as a file.',
    level: 'What the log holds',
    levels: {
      info: 'Everything',
      warn: 'Warnings and errors',
      error: 'Errors only'
    }
  },
  title: 'Audit',
  subtitle: 'Who did what, and to which computers. Nothing that is noted here can be changed or erased.',
  filters: 'Audit filters',
  text: 'Search',
  textHint: 'Computer, classroom, image, value…',
  user: 'User',
  action: 'Action',
  from: 'From',
  until: 'Until',
  dangerousOnly: 'Dangerous only',
  reset: 'Clear filters',
  refresh: 'Refresh',
  csv: 'Export as CSV',
  json: 'Export as JSON',
  exported: 'The file “{file}” is ready: 1 entry. | The file “{file}” is ready: {n} entries.',
  found: 'No entries | 1 entry | {n} entries',
  shown: 'The latest {shown} are shown; filter or export to see the others.',
  empty: 'Nothing has been noted yet',
  emptyText: 'Every change and every order will be here, with who did it.',
  noMatch: 'No entry matches the filters',
  danger: 'Dangerous',
  computers: '{n} computers | {n} computer | {n} computers',
  more: 'and {n} more',
  details: 'Show the details of entry {id}',
  detailsTitle: 'Entry {id}',
  close: 'Close',
  batch: 'Open the order',
  trace: 'Open the trace',
  values: 'Values',
  session: 'Session {session}',
  unknown: 'No outcome',
  unknownText: 'It is still being done, or the console ended meanwhile.',
  columns: {
    at: 'When',
    user: 'Who',
    action: 'What',
    subject: 'To what',
    computers: 'Computers',
    outcome: 'Outcome',
    details: 'Details'
  },
  hosts: {
    electron: 'Desktop program',
    headless: 'Browser',
    console: 'The console by itself'
  },
  outcomes: {
    done: 'Done',
    refused: 'Refused',
    failed: 'Error'
  },
  settings: {
    checkSourceAddress: 'check of the webhooks’ origin',
    backup: 'backups',
    commands: 'computers at once and deadlines',
    wake: 'wake on LAN',
    queueLimitHours: 'how long orders may wait',
    logLevel: 'level of the log',
    webhookLimits: 'limits of the webhook server',
    headlessLimits: 'limits of the interface in the browser'
  },
  actions: {
    trust: {
      changeToken: 'Make a new webhook token',
      removeToken: 'Remove the webhook token',
      setTokenPolicy: 'Change when the token is required',
      forgetSenders: 'Forget who has sent the token',
      setAuthorities: 'Change the certificate authorities',
      setClient: 'Change the client certificate',
      setServer: 'Change the webhook server’s certificate',
      clearUnheeded: 'Clear the list of webhooks without effect'
    },
    system: {
      changeSettings: 'Change the settings',
      listen: 'Move the webhook server'
    },
    inventory: {
      createUnit: 'Create a unit',
      createSubnet: 'Create a subnet',
      createRepository: 'Create a repository',
      createClient: 'Create a computer',
      setPartitions: 'Write the partition table',
      importDocument: 'Import a whole inventory',
      updateUnit: 'Change a unit',
      moveUnit: 'Move a unit',
      remove: 'Remove units or computers',
      updateClient: 'Change a computer',
      moveClients: 'Move computers',
      updateSubnet: 'Change a subnet',
      removeSubnet: 'Remove a subnet',
      updateRepository: 'Change a repository',
      removeRepository: 'Remove a repository',
      undo: 'Undo'
    },
    repositories: {
      trustCertificate: 'Trust a certificate'
    },
    imaging: {
      createImage: 'Create an image'
    },
    images: {
      retryAuxiliaryFiles: 'Retry the auxiliary files',
      update: 'Change an image',
      remove: 'Remove an image',
      restore: 'Restore an image from the trash'
    },
    imports: {
      apply: 'Import a file'
    },
    backups: {
      create: 'Make a backup',
      restore: 'Restore a backup',
      remove: 'Remove a backup',
      dismissRecovery: 'Go on with the database as it is'
    },
    smartGroups: {
      create: 'Save a smart group',
      update: 'Change a smart group',
      remove: 'Remove a smart group'
    },
    discovered: {
      adopt: 'Adopt discovered computers',
      updateAddress: 'Update the address of a computer',
      ignore: 'Ignore discovered computers',
      unignore: 'Stop ignoring computers',
      forget: 'Forget discovered computers'
    },
    partitions: {
      refresh: 'Read the partitions again'
    },
    plan: {
      place: 'Change the seat plan'
    },
    scripts: {
      create: 'Create a script',
      update: 'Change a script',
      remove: 'Remove a script'
    },
    commands: {
      run: 'Give an order'
    },
    batches: {
      pause: 'Pause an order',
      resume: 'Resume an order',
      cancel: 'Cancel an order',
      retry: 'Retry an order',
      reschedule: 'Confirm or reschedule an order',
      remove: 'Forget an order that is done'
    },
    console: {
      startBatch: 'Start a scheduled order'
    }
  }
}
export default en
