import type { Messages } from './es.ts'

const en: Messages = {
  events: {
    started: 'Started',
    stopped: 'Stopped',
    loggedin: 'Logged in',
    loggedout: 'Logged out'
  },
  sources: {
    refresh: 'Refresh',
    job: 'Job',
    import: 'Import',
    edit: 'By hand'
  },
  columns: {
    mac: 'MAC',
    ip: 'IP',
    system: 'System',
    agent: 'ogAgent',
    lastEvent: 'Last report',
    firstSeen: 'First seen',
    actions: 'Actions'
  },
  client: {
    refresh: 'Refresh',
    refreshed: 'State and partitions refreshed.',
    session: '{user}, since {since}',
    sessionOfSomebody: 'Open; by whom is not known'
  },
  discovered: {
    subtitle: 'Computers that have reported to this console and are not in the inventory.',
    justNow: 'less than 1 minute ago',
    badge: 'to adopt',
    appeared:
      'A computer that is not in the inventory has reported to the console. | {n} computers that are not in the inventory have reported to the console.',
    show: 'Show',
    empty: 'No computers to adopt',
    emptyText:
      'When a computer that is not in the inventory starts and its ogAgent reports to this console, it appears here and can be adopted into a classroom with the name that comes next.',
    address: 'Address that ogAgents must report to:',
    select: 'Select computer {mac}',
    adopt: 'Adopt…',
    adoptSome: 'Adopt {n}…',
    adoptOf: 'Adopt computer {mac}',
    ignore: 'Ignore',
    ignoreOf: 'Ignore computer {mac}',
    unignore: 'Stop ignoring',
    unignoreOf: 'Stop ignoring computer {mac}',
    forget: 'Forget',
    forgetOf: 'Forget computer {mac}; if it reports again, it comes back',
    showIgnored: 'Show ignored ({n})',
    showWaiting: 'Show those to adopt',
    ignoredDone: 'Computer ignored. | {n} computers ignored.',
    unignored: 'The computer is to adopt again. | {n} computers are to adopt again.',
    forgotten:
      'Computer forgotten; if it reports again, it comes back. | {n} computers forgotten; if they report again, they come back.',
    moved: 'It is {name} at another address: the inventory has {ip}',
    holder: 'This is the address of {name}, which has another MAC',
    elsewhere: 'Reports from {address}',
    updateAddress: 'Update address',
    addressUpdated: 'Computer {name} now has the address {ip}.'
  },
  adopt: {
    title: 'Adopt a computer | Adopt {n} computers',
    text: 'With the name that comes next in the classroom, and with all that ogAgent has reported.',
    undone:
      'Undone: the computer “{name}” is waiting to be adopted again. | Undone: {n} computers are waiting to be adopted again.',
    action: 'Adopt',
    unit: 'Classroom',
    noUnits: 'There are no classrooms: create one in Groups.',
    name: 'Name',
    nameOf: 'Name of computer {mac}',
    ipOf: 'IP of computer {mac}',
    subnet: 'Subnet',
    noSubnet: 'None holds it',
    done: '{name} is now in {unit}. | {n} computers are now in {unit}.',
    problems: {
      twinName: 'Computer {mac} has this name here already.',
      twinIp: 'Computer {mac} has this IP here already.'
    }
  },
  history: {
    title: 'Partition history',
    empty: 'No partition table is known yet.',
    first: 'The first table that is known.',
    showTable: 'Show the table',
    hideTable: 'Hide the table',
    tableOf: 'Partition table of {date}',
    all: 'Show all {n} changes',
    disk: 'Disk {disk}',
    partition: 'Partition {partition}',
    diskPartition: 'Disk {disk}, partition {partition}',
    diskAdded: 'new disk of {size}',
    diskRemoved: 'no longer there; it had {size}',
    added: 'new ({what})',
    removed: 'removed ({what})',
    table: 'partition table {change}',
    type: 'type {change}',
    usage: 'usage {change}',
    noTable: 'unknown',
    noFileSystem: 'no file system',
    noSystem: 'no operating system'
  }
}
export default en
