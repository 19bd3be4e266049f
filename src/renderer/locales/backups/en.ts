import type { Messages } from './es.ts'

const en: Messages = {
  title: 'Backups',
  subtitle:
    'Of the inventory, the traces and the settings. The files of the images are in the repositories, not here.',
  create: 'Back up now',
  created: 'The backup has been kept and checked ({size}).',
  open: 'Show the backups',
  folder: 'Folder of the backups',
  inMemory: 'This console keeps its data in memory only, so it makes no backups.',
  empty: 'There are no backups yet',
  emptyText: 'The first is made soon after there is something in the inventory. You can make one now, too.',
  rule: 'Each backup is checked when it is made. The latest {keep} scheduled ones are kept, as many made by hand, and the latest 5 from before an update and from before a restore. Damaged ones are not removed by themselves.',
  columns: {
    at: 'Date',
    reason: 'Reason',
    size: 'Size',
    contents: 'Contents',
    state: 'State',
    actions: 'Actions'
  },
  reasons: {
    scheduled: 'Scheduled',
    manual: 'Made by hand',
    'before-migration': 'Before an update',
    'before-restore': 'Before a restore'
  },
  states: { good: 'Good', damaged: 'Damaged', newer: 'Of a newer ogDesk' },
  contents: '{clients} · {units} · {images} · {traces}',
  count: {
    clients: 'No computers | 1 computer | {n} computers',
    units: '0 units | 1 unit | {n} units',
    images: '0 images | 1 image | {n} images',
    traces: '0 traces | 1 trace | {n} traces'
  },
  restore: 'Restore…',
  restoreOf: 'Restore the backup of {date}',
  remove: 'Remove the backup of {date}',
  removeTitle: 'Remove the backup of {date}?',
  removeText: 'The file {name} is deleted from the folder of the backups. This cannot be undone.',
  removeLast: 'It is the only good backup that there is.',
  removeAction: 'Remove',
  removed: 'The backup has been removed.',
  settings: {
    text: 'The database is copied while the console works, and always before it is updated to a new version.',
    interval: 'Back up, if something has changed',
    intervals: {
      1: 'Every hour',
      6: 'Every 6 hours',
      12: 'Every 12 hours',
      24: 'Every day',
      168: 'Every week'
    },
    everyHours: 'Every {n} hours',
    keep: 'Backups that are kept',
    keepRule: 'A number from 1 to 1000.'
  },
  dialog: {
    title: 'Restore the backup of {date}',
    what: 'The database becomes that of the backup again, with its settings. The one of now is kept as another backup first.',
    whatEmpty: 'The database becomes that of the backup again, with its settings.',
    same: 'The inventory and the images are the same as now.',
    added: 'Comes back: {n} | Come back: {n}',
    removed: 'Disappears: {n} | Disappear: {n}',
    changed: 'Becomes what it was: {n} | Become what they were: {n}',
    more: 'and {n} more',
    former: '{name}, which will be called {former}',
    action: 'Restore',
    done: 'The backup of {date} has been restored.',
    kept: 'What was there has been kept as the backup “{name}”.',
    interrupted:
      'One task was running when the backup was made; it has failed, as nobody knows how it ended. | {n} tasks were running when the backup was made; they have failed, as nobody knows how they ended.',
    asked:
      '1 pending order waits for your confirmation in “Orders”: nothing of it is done without asking. | {n} pending orders wait for your confirmation in “Orders”: nothing of them is done without asking.',
    ordersLost:
      'Not in the backup, and pending no longer: 1 order | Not in the backup, and pending no longer: {n} orders',
    ordersAsked:
      'Comes back and waits for your confirmation: 1 order | Come back and wait for your confirmation: {n} orders',
    orders: 'Pending orders'
  },
  kinds: {
    units: 'Organizational units',
    clients: 'Computers',
    images: 'Images',
    subnets: 'Subnets',
    repositories: 'Repositories',
    smartGroups: 'Smart groups'
  },
  counts: {
    traces: 'Traces: {now} now, {restored} in the backup',
    partitions: 'Partitions: {now} now, {restored} in the backup',
    discovered: 'Discovered computers: {now} now, {restored} in the backup'
  },
  fields: {
    parentId: 'unit above',
    type: 'type',
    name: 'name',
    routerIp: 'router',
    netmask: 'netmask',
    dns: 'DNS',
    ntp: 'NTP',
    repositoryId: 'repository',
    ogLive: 'ogLive',
    pxeTemplate: 'PXE template',
    multicastAddress: 'multicast address',
    multicastPort: 'multicast port',
    multicastMode: 'multicast mode',
    multicastSpeed: 'multicast speed',
    p2pMode: 'P2P mode',
    p2pTime: 'P2P time',
    hardwareProfile: 'hardware profile',
    capacity: 'capacity',
    location: 'location',
    comments: 'comments',
    namePattern: 'name pattern',
    planColumns: 'columns of the plan',
    planRows: 'rows of the plan',
    unitId: 'unit',
    subnetId: 'subnet',
    mac: 'MAC',
    ip: 'IP',
    serialNumber: 'serial number',
    networkInterface: 'network interface',
    agentPort: 'ogAgent port',
    planColumn: 'column on the plan',
    planRow: 'row on the plan',
    address: 'address',
    port: 'port',
    path: 'path',
    certificateFingerprint: 'certificate fingerprint',
    certificatePem: 'certificate',
    certificatePinnedAt: 'date of the certificate',
    description: 'description',
    version: 'version',
    architecture: 'architecture',
    state: 'state',
    fullsum: 'fullsum',
    size: 'size',
    failure: 'error',
    updatedAt: 'date of change',
    readyAt: 'date of creation',
    filter: 'filter'
  },
  recovery: {
    titles: {
      damaged: 'The database was damaged',
      altered: 'The database is not as it was left',
      missing: 'The database has disappeared'
    },
    texts: {
      damaged:
        'At its start the console found its database damaged, and set it aside without changing anything in it. Until you decide what to do, it works with an empty one.',
      altered:
        'It can be read, but its contents have changed since ogDesk was closed. If you changed it with another program, go on with it; if not, the disk may be failing, and the latest backup is better restored.',
      missing:
        'The database is not in the data folder, but backups of it are. Until you decide what to do, the console works with an empty one.'
    },
    decide: 'Decide what to do',
    later: 'Decide later',
    setAside: 'Set aside in',
    reason: 'What is wrong with it',
    latest: 'Latest good backup',
    none: 'There is no good backup.',
    restore: 'Restore that backup…',
    all: 'Show all backups',
    fresh: 'Begin anew',
    keep: 'Go on with it',
    freshDone: 'The console goes on with a new database. The backups are kept in Settings.',
    keepDone: 'The console goes on with the database as it is.'
  }
}
export default en
