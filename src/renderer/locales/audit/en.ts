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
  exporting: 'Exported: {n}',
  cancel: 'Cancel',
  exportProgress: 'Export of the audit',
  cancelExport: 'Cancel the export',
  exported: 'The file “{file}” is ready: 1 entry. | The file “{file}” is ready: {n} entries.',
  found: 'No entries | 1 entry | {n} entries',
  shown: 'The latest {shown} are shown; filter or export to see the others.',
  empty: 'Nothing has been noted yet',
  emptyText: 'Every change and every order will be here, with who did it.',
  noMatch: 'No entry matches the filters',
  computers: '{n} computers | {n} computer | {n} computers',
  more: 'and {n} more',
  details: 'Show the details of entry {id}',
  detailsTitle: 'Entry {id}',
  close: 'Close',
  batch: 'Open the order',
  trace: 'Open the trace',
  session: 'Session {session}',
  unknownText: 'It is still being done, or the console ended meanwhile.'
}
export default en
