/** Inventories of hardware and software, in English. */
import type { Messages } from './es.ts'

const en: Messages = {
  hardware: 'Hardware inventory',
  software: 'Software inventory',
  emptyHardware: 'Nobody has asked for the hardware inventory of this computer yet.',
  emptySoftware: 'Nobody has asked for the software inventory of a partition of this computer yet.',
  ask: 'Ask now',
  askHardware: 'Ask for the hardware inventory now',
  askSoftware: 'Ask for the software inventory now',
  compare: 'Compare',
  compareHardware: 'Compare this hardware inventory',
  compareSoftware: 'Compare this software inventory',
  csv: 'CSV',
  csvHardware: 'Export this hardware inventory as CSV',
  csvSoftware: 'Export this software inventory as CSV',
  exportHardware: 'Hardware of the computers (CSV)',
  exportSoftware: 'Software of the computers (CSV)',
  exportNone: 'None of these computers has an inventory to export yet.',
  exported: 'The file “{file}” is ready: 1 computer. | The file “{file}” is ready: {n} computers.',
  date: 'Date',
  latest: '{date} (latest)',
  seen: 'Last seen the same on {date}.',
  partition: 'Partition',
  place: 'Disk {disk}, partition {partition}',
  placeOf: 'Disk {disk}, partition {partition}: {system}',
  programs: 'No programs | 1 program | {n} programs',
  search: 'Find a program',
  found: '{found} of {n} programs',
  noneFound: 'No program contains “{text}”.',
  noPrograms: 'The inventory names the system alone: there are no programs in it.',
  listOf: 'Programs of {system}',
  parts: {
    scp: 'Script',
    script: 'Script',
    out: 'Output',
    sft: 'Programs found',
    hrd: 'Components found',
    cfg: 'Partition table'
  },
  find: {
    title: 'Programs of the computers',
    every: 'All computers',
    ask: 'Program or version',
    hint: 'For example: libreoffice 7.5. Accents and capitals do not matter.',
    start: 'Which computers have a program?',
    startText:
      'Type part of the name or of the version: it is looked for in the latest software inventory of each partition.',
    none: 'No computer has it',
    noneText: 'No program of the inventories contains “{text}”.',
    found: 'No computer has it | 1 computer has it | {n} computers have it',
    unknown: '1 computer has no software inventory | {n} computers have no software inventory',
    select: 'Select the computers | Select 1 computer | Select {n} computers',
    export: 'Export CSV',
    table: 'Computers that have the program',
    system: 'System',
    program: 'Programs found'
  },
  image: {
    title: 'Software of the image',
    none: 'No inventory says which programs this image has. Ask for the software inventory of the partition it was made from, or of a computer that carries it.',
    source:
      'As in the inventory of {client} (disk {disk}, partition {partition}) of {date}, the nearest to the making of the image ({since}).',
    carrier:
      'As in the inventory of {client} (disk {disk}, partition {partition}) of {date}: the computer has carried this image since {since}.',
    gone: 'a computer that is gone'
  },
  comparison: {
    title: 'Compare inventories',
    subtitle: 'Of two computers, or of the same one on two dates.',
    kind: 'What is compared',
    kinds: { hardware: 'Hardware', software: 'Software' },
    first: 'First',
    second: 'Second',
    client: 'Computer',
    inventory: 'Inventory',
    noInventories: 'This computer has no inventory of this kind.',
    swap: 'Swap',
    choose: 'Choose two inventories',
    chooseText: 'On each side choose a computer and one of its inventories to see how they differ.',
    alike: 'Both are alike',
    alikeText: 'There is no difference between these two inventories.',
    same: 'Nothing in common. | 1 thing in common. | {n} things in common.',
    filter: 'Filter the differences',
    show: 'Which differences are shown',
    removed: 'Only in the first ({n})',
    added: 'Only in the second ({n})',
    changed: 'Different ({n})',
    only: { removed: 'Only in the first', added: 'Only in the second', changed: 'Different' },
    columns: { state: 'Difference', software: 'Program', hardware: 'Component' },
    present: 'Yes, without a version',
    absent: 'No',
    noneShown: 'No difference matches the filter.',
    table: 'Differences between the two inventories'
  }
}

export default en
