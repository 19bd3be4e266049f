/** Partitioning and formatting, in English. */
import type { Messages } from './es.ts'

const en: Messages = {
  title: 'Partition and format',
  none: 'No computer has been chosen',
  noneText:
    'Choose computers or a classroom in “Groups” and open “Partition and format” in their Commands menu.',
  toGroups: 'Go to Groups',
  noDisks: 'The disks of these computers are not known',
  noDisksText:
    'With the computers in ogLive, use “Refresh” in their Commands menu first: they then tell the console of their partitions.',
  computers: 'No computer | 1 computer | {n} computers',
  continue: 'Partition {computers}…',
  blocked: {
    unchanged: 'Nothing has changed yet.',
    errors: 'Correct the errors of the disk first.',
    nobody: 'No computer can take this table.'
  },
  ready: 'Before anything is sent, the computers are asked and you have to confirm.',
  which: 'Which disks',
  disk: 'Disk',
  diskNumber: 'Disk {disk}',
  group: 'Equal disks',
  groupName: '{computers} · {table}, {size}',
  noTable: 'no table',
  reference: 'Starting from the table of',
  others:
    '1 computer has another disk and is left out; it can be partitioned afterwards: | {n} computers have other disks and are left out; they can be partitioned afterwards:',
  withoutDisk:
    'This disk is not known of 1 computer, which is left out: | This disk is not known of {n} computers, which are left out:',
  unfit:
    '1 computer is left out, because its disk could not keep what is kept here: | {n} computers are left out, because their disks could not keep what is kept here:',
  unfitName: '{name} (partition {partition})',
  plan: 'What the disk will be',
  table: 'Partition table',
  add: 'Add partition',
  addHere: 'Add a partition in the gap of {size}',
  noGap: 'There is no room for another partition: make one smaller or remove one.',
  templates: 'Templates',
  templateNames: {
    linux: 'Linux only',
    windows: 'Windows only',
    'windows-linux': 'Windows + Linux',
    'data-cache': 'A data disk with a cache'
  },
  templateTexts: {
    linux: 'System on EXT4, and swap',
    windows: 'System on NTFS, and its recovery',
    'windows-linux': 'Half and half, with swap',
    'data-cache': 'Data on NTFS; the other half a cache of images'
  },
  undo: 'Undo',
  redo: 'Redo',
  reset: 'Back to as it was',
  outside: 'The disk of {name} has changed while you were editing. It starts again from what it is now.',
  bar: 'Layout of disk {disk}, of {size}',
  barBefore: 'Before',
  barAfter: 'After',
  sizeOf: 'Size of partition {partition}',
  sizeOfCache: 'Size of the cache',
  valueText: '{size}, {state}',
  handleHelp:
    'Drag the borders, or focus them and use the arrow keys: 1 GB, with Shift 1 MB. Page Up and Page Down move 10 GB.',
  free: 'Not partitioned',
  cache: 'Cache',
  extended: 'Extended',
  states: { kept: 'kept', formatted: 'formatted', cache: 'cache' },
  columns: {
    partition: 'No.',
    type: 'Type',
    fileSystem: 'File system',
    size: 'Size',
    format: 'Format',
    now: 'Now',
    remove: 'Remove'
  },
  fields: {
    type: 'Type of partition {partition}',
    fileSystem: 'File system of partition {partition}',
    unit: 'Unit',
    format: 'Format partition {partition}',
    remove: 'Remove partition {partition}',
    removeCache: 'Remove the cache',
    addCache: 'Add cache'
  },
  units: { MB: 'MB', GB: 'GB', percent: '%' },
  noFileSystem: 'None',
  keep: 'Kept',
  nothingToFormat: 'Not formatted',
  nowNothing: 'New',
  nowUse: '{what}, {use} in use',
  cacheKept: 'Keeps its images',
  cacheNew: 'Created empty',
  reasons: {
    new: 'it is new',
    table: 'the table changes',
    type: 'its type changes',
    'file-system': 'its file system changes',
    moved: 'its place changes',
    resized: 'its size changes'
  },
  emptyPlan: 'The disk will have no partition at all.',
  checks: 'Checks of the disk',
  allFine: 'The table is correct.',
  problems: {
    unchanged:
      'Nothing has changed: the disk is like this already. Mark a partition to format it, or change something.',
    'duplicate-number': 'There are two partitions with the number {partition}.',
    'too-small': 'Partition {partition} is too small: the least is {least}.',
    'cache-too-small': 'The cache is too small: the least is {least}.',
    'file-system-too-small': 'Partition {partition} is too small for {fileSystem}: the least is {least}.',
    'file-system-too-large':
      'Partition {partition} is too large for {fileSystem}: the most is {most}. Choose another file system, or make it smaller.',
    'unmarked-new':
      'Partition {partition} is not on the disk, so there is nothing to keep in it. Mark it to be formatted.',
    'unmarked-table':
      'Partition {partition} cannot be kept if the partition table changes. Mark it to be formatted.',
    'unmarked-type': 'Partition {partition} cannot be kept with another type. Mark it to be formatted.',
    'unmarked-file-system':
      'Partition {partition} cannot be kept with another file system. Mark it to be formatted.',
    'unmarked-moved':
      'Partition {partition} cannot be kept, because its place on the disk would change. Mark it to be formatted, or leave what is in front of it as it is.',
    'unmarked-resized':
      'Partition {partition} cannot be kept with another size. Mark it to be formatted, or give it its size back.',
    'type-not-in-table':
      'Partition {partition} is of type {type}, which a {table} table does not have. Choose another type.',
    'file-system-unfit':
      'In partition {partition}, the file system {fileSystem} does not go with the type {type}. Change one of them.',
    'over-disk': 'The partitions do not fit: {over} too much. Make one smaller.',
    'cache-too-large': 'The cache, of {cache}, does not fit on the disk: there is room for {room}.',
    'too-many-primary':
      'An MSDOS table takes {most} primary partitions, counting the extended one and the cache, and there are {count}. Use an extended one with logical partitions, or a GPT table.',
    'too-many-extended': 'There can be only one extended partition; {partition} is the second.',
    'logical-gap':
      'Partition {partition} is a logical one, and those are numbered without gaps from 5 on: {missing} is missing.',
    'logical-without-extended':
      'Partition {partition} is a logical one and is inside no extended one. On MSDOS, those from number 5 go inside the extended one.',
    'over-extended': 'The logical partitions do not fit in the extended one: {over} too much.',
    'beyond-msdos':
      'Partition {partition} goes beyond {most}, which is as far as an MSDOS table reaches. Use a GPT table.',
    'too-many-gpt': 'A GPT table takes {most} partitions.',
    'table-untold':
      'The computer cannot be asked to change to a {table} table: the order names types of partitions only, and those of this plan exist in the other one, too. Add one of a type that only {table} has: {types}.',
    'table-doubtful':
      'The order does not name the {table} table, only types of partitions: each computer decides whether it uses it. With a partition of type {types} there would be no doubt.',
    'efi-missing': 'There is no EFI partition: a computer that boots with UEFI will not boot from this disk.',
    'efi-unfit': 'EFI partition {partition} should be FAT32 and of at least {least}.',
    'place-unknown':
      'A number is missing in front of partition {partition} and there is unused room: where is not known, and if it is kept, it might be moved and lost. Make an image of it first, and mark it to be formatted.'
  },
  outcome: 'What becomes of what is there',
  kept: 'p{partition} ({what}) is kept.',
  formatted: 'p{partition} ({what}) will be formatted: its data is lost.',
  formattedAs: 'p{partition} ({what}) will be formatted as {as}: its data is lost.',
  removed: 'p{partition} ({what}) will be removed: its data is lost.',
  created: 'p{partition} ({what}) will be created.',
  cacheFates: {
    kept: 'The cache ({size}) is kept with its images.',
    formatted: 'The cache goes from {size} to {as}: the images in it are lost.',
    removed: 'The cache ({size}) will be removed: the images in it are lost.',
    created: 'A cache of {size} will be created.'
  },
  cfg: 'What is sent to each computer',
  cfgShow: 'Show the cfg',
  cfgHide: 'Hide the cfg',
  cfgLabel: 'cfg of the function Configurar',
  cfgCopy: 'Copy the cfg'
}

export default en
