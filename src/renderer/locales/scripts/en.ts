/** The library of scripts, in English. */
import type { Messages } from './es.ts'

const en: Messages = {
  title: 'Scripts',
  subtitle: 'Those that are used most, with what changes from one time to another as parameters.',
  create: 'New script',
  examples: 'Add examples',
  examplesAdded: 'The examples have been added. Change them as you like.',
  empty: 'The library is empty',
  emptyText:
    'Keep the scripts that you run on computers here. The examples are for Linux and Windows, and can be changed or removed.',
  columns: { name: 'Name', parameters: 'Parameters', updated: 'Changed', actions: 'Actions' },
  run: 'Run…',
  runOf: 'Run {name}',
  edit: 'Edit',
  duplicate: 'Duplicate',
  remove: 'Remove',
  copyOf: '{name} (copy)',
  removed: 'The script {name} has been removed.',
  removeTitle: 'Remove the script {name}?',
  removeText:
    'It leaves the library and cannot be brought back. Orders that have used it keep what they ran.',
  dialog: {
    create: 'New script',
    edit: 'Edit {name}',
    save: 'Save',
    saved: 'The script {name} has been saved.',
    name: 'Name',
    description: 'Description',
    body: 'Script',
    example: 'server',
    bodyHint: 'Write the name of what changes from one time to another in double braces, as in',
    parameters: 'Parameters',
    parametersNone: 'This script has no parameters.',
    parametersHint: 'Those in the script. They are asked for by their label, and propose the value.',
    label: 'Label of {name}',
    value: 'Value proposed for {name}',
    preview: 'With the proposed values'
  },
  picker: {
    required: 'Write a value.'
  },
  runDialog: {
    title: 'Run “{name}”',
    go: 'Continue',
    where: 'On which computers',
    whereHint: 'Before it runs you will see which computers can take it.',
    picked: 'The picked computer | The {n} picked computers',
    noComputers: 'There are no computers there.'
  },
  samples: {
    clockName: 'Linux: set the clock',
    clockText: 'Sets the clock by an NTP server, and the hardware clock by it.',
    server: 'NTP server',
    statusName: 'Linux: IP addresses and disk use',
    statusText: 'Shows the addresses of the computer and what is free on each file system.',
    ipconfigName: 'Windows: network configuration',
    ipconfigText: 'Shows the whole configuration of the network interfaces.',
    gpupdateName: 'Windows: update group policies',
    gpupdateText: 'Applies all policies of computer and user again.'
  }
}

export default en
