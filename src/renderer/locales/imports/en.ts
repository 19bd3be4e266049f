import type { Messages } from './es.ts'

const en: Messages = {
  title: 'Import',
  subtitle:
    'Computers from another tool or another ogDesk. Before anything is saved you will see what would happen to each line.',
  open: 'Import computers',
  source: {
    drop: 'Drop a file here',
    dropNow: 'Drop the file to read it',
    formats:
      'dhcpd.conf, Kea (JSON), dnsmasq, CSV or TSV from a spreadsheet, SQL dump of ogAdmBD, inventory of ogDesk (.json)',
    choose: 'Choose file',
    paste: 'Or paste the text',
    read: 'See what would happen',
    another: 'Start again',
    pasted: 'Pasted text'
  },
  format: {
    label: 'Format',
    detected: 'Detected: {format}',
    names: {
      ogdesk: 'Inventory of ogDesk',
      kea: 'Kea',
      ogadmbd: 'Dump of ogAdmBD',
      dhcpd: 'dhcpd.conf',
      dnsmasq: 'dnsmasq',
      csv: 'CSV'
    },
    encoding: 'Encoding: {encoding}'
  },
  target: {
    label: 'Classroom of the new computers',
    hint: 'The file does not say which classroom they belong to. Those that the inventory has already stay where they are.',
    network: 'The one that has each computer’s network',
    new: 'Create a classroom…',
    newTitle: 'New classroom',
    newText: 'It will be created by the import, with the new computers of the file.',
    newName: 'Name of the classroom',
    newParent: 'Inside',
    top: 'No unit (at the top)',
    willCreate: 'New classroom: {name}',
    use: 'Use this classroom'
  },
  effects: {
    all: 'All',
    new: 'New',
    changed: 'Changed',
    unchanged: 'Unchanged',
    error: 'Errors'
  },
  effectOf: { new: 'New', changed: 'Changed', unchanged: 'Unchanged', error: 'Error' },
  filters: 'Rows by what would happen; press one to see only those',
  search: 'Search the rows',
  kinds: {
    repository: 'Repository',
    subnet: 'Subnet',
    unit: 'Unit',
    client: 'Computer',
    image: 'Image',
    'smart-group': 'Smart group',
    line: 'Text'
  },
  rows: {
    label: 'What would happen to each row',
    none: 'No row matches what you are looking for.',
    empty: 'Nothing to import was found. Check the format, or the file.',
    pick: 'Import {name}',
    pickShown: 'Pick all rows that are shown',
    columns: { line: 'Line', what: 'Row', effect: 'Result', summary: 'What would happen' },
    line: 'line {line}',
    implied: 'It is created because other rows need it.',
    needed: 'It is imported too: another picked row needs it.',
    more: 'and {n} more',
    same: 'Nothing changes.',
    select: 'Choose a row to see its details.'
  },
  matched: {
    mac: 'Recognised by its MAC address.',
    name: 'Recognised by its name in the same classroom: its MAC address changes.',
    ip: 'Recognised by its IP address; it has another name and another MAC address.'
  },
  details: {
    title: 'Details',
    field: 'Field',
    before: 'Now',
    after: 'Then',
    none: 'empty',
    asIs: 'In the file'
  },
  fields: {
    name: 'Name',
    mac: 'MAC',
    ip: 'IP',
    serialNumber: 'Serial number',
    networkInterface: 'Network interface',
    ogLive: 'ogLive',
    pxeTemplate: 'PXE template',
    agentPort: 'ogAgent port',
    planColumn: 'Column on the plan',
    planRow: 'Row on the plan',
    unit: 'Belongs to',
    subnet: 'Subnet',
    repository: 'Repository',
    partitions: 'Partitions',
    type: 'Kind',
    routerIp: 'Router',
    netmask: 'Netmask',
    dns: 'DNS',
    ntp: 'NTP',
    multicastAddress: 'Multicast address',
    multicastPort: 'Multicast port',
    multicastMode: 'Multicast mode',
    multicastSpeed: 'Multicast speed (Mb/s)',
    p2pMode: 'P2P mode',
    p2pTime: 'P2P time (s)',
    hardwareProfile: 'Hardware profile',
    capacity: 'Places',
    location: 'Location',
    comments: 'Comments',
    namePattern: 'Name pattern',
    planColumns: 'Columns of the plan',
    planRows: 'Rows of the plan',
    address: 'Address',
    port: 'Port',
    path: 'Path of the images',
    certificate: 'Pinned certificate (SHA-256)',
    description: 'Description',
    version: 'Version',
    architecture: 'Architecture',
    sourceClient: 'Model computer (MAC)',
    sourceDisk: 'Source disk',
    sourcePartition: 'Source partition',
    partitionCode: 'Partition code',
    state: 'State',
    fullsum: 'Fullsum',
    size: 'Size (bytes)',
    failure: 'Error',
    text: 'Contains the text',
    states: 'States',
    system: 'Installed system',
    units: 'Units',
    repositories: 'Repositories',
    agentVersion: 'ogAgent version',
    silentDays: 'Days without news',
    neverReported: 'Has never reported in'
  },
  /** Named by its line; `about` is the computer's name and a colon, or nothing. */
  problems: {
    syntax: '{about}what is written here cannot be understood{expects}.',
    expects: '; {expected} is missing',
    'no-mac': '{about}it has no MAC address.',
    'bad-mac': '{about}“{value}” is not a MAC address.',
    'several-macs': '{about}it has several MAC addresses ({value}), and a computer can have only one.',
    'no-ip': '{about}it has no IP address.',
    'bad-ip': '{about}“{value}” is not an IPv4 address.',
    'ip-is-a-name': '{about}instead of an IP address it has the name “{value}”. Write its address.',
    'no-name': 'the computer with MAC {value} has no name.',
    'bad-value': '{about}the value “{value}” of “{column}” is not valid.',
    'unknown-reference': '{about}it names “{value}”, which is not in the file.',
    'missing-column': 'the table has no column “{column}”. Add it to the header.',
    'too-few-columns': 'it has {count} columns, and at least {expected} are needed.',
    unsupported: '{about}this is not imported: {value}.',
    'invalid-value': 'the value “{value}” of “{field}” is not valid.',
    'mac-twice':
      'the MAC address {value} is also that of “{other}”, in line {line}. Leave only one of the two.',
    'ip-twice':
      'the IP address {value} is also that of “{other}”, in line {line}. Leave only one of the two.',
    'name-twice': 'there is another computer “{value}” in the same classroom, in line {line}.',
    'row-twice': 'it is repeated in line {line} with other data. Leave only one of the two.',
    'mac-taken': 'the MAC address {value} is that of {client} already, in {unit}.',
    'ip-taken': 'the IP address {value} is that of {client} already, in {unit}.',
    'name-taken': 'the name “{value}” is that of {client} already, in {unit}.',
    'address-taken':
      'the address {value} is also that of the repository “{other}”. Change that of one of the two.',
    'outside-subnet': 'the IP address {value} is not inside the subnet {subnet}.',
    'no-unit': 'no classroom has the network of {value}. Choose the classroom of the new computers above.',
    'unit-kind': 'a unit of the kind “{kind}” cannot be inside one of the kind “{above}”.',
    'unknown-repository': 'the repository “{name}” is neither in the file nor in the inventory.',
    'unknown-subnet': 'the subnet {name} is neither in the file nor in the inventory.',
    'unknown-unit': 'the unit “{name}” is neither in the file nor in the inventory.',
    'image-name':
      '“{value}” cannot be the name of an image: only plain letters, digits, “_” and “-”, 50 at most.',
    'image-busy': 'the image “{name}” is being created now. Wait until it has ended.',
    'certificate-mismatch': 'its certificate does not fit the fingerprint beside it.',
    'needs-failed': 'it needs “{name}” (line {line}), which has an error.',
    'known-by-ip':
      'its IP address {value} is that of a computer with another name and another MAC address. Check that it is the same one before you pick it.',
    'outside-network': 'the IP address {value} is outside the network of the classroom.'
  },
  bar: {
    label: 'Import',
    nothing: 'Pick the rows that you want to import.',
    apply: 'Import | Import 1 computer | Import {n} computers',
    applyRows: 'Import 1 row | Import {n} rows',
    summary: 'new rows: {new}; changed: {changed}',
    kinds: {
      repository: '{n} repository | {n} repositories',
      subnet: '{n} subnet | {n} subnets',
      unit: '{n} unit | {n} units',
      client: '{n} computer | {n} computers',
      image: '{n} image | {n} images',
      'smart-group': '{n} smart group | {n} smart groups'
    },
    atOnce: 'All of it is saved at once, or nothing.'
  },
  done: {
    title: 'Import done',
    text: 'Rows created: {created}. Rows changed: {changed}. Computers: {clients}.',
    see: 'See {unit}',
    groups: 'See Groups',
    more: 'Import another file'
  },
  export: {
    label: 'Export',
    labelOf: 'Export the computers of {name}',
    labelPicked: 'Export the picked computers',
    csv: 'Spreadsheet (CSV with “;”)',
    csvComma: 'CSV with commas',
    dhcpd: 'dhcpd.conf (ISC DHCP)',
    kea: 'Kea (JSON)',
    all: 'Export the whole inventory (JSON)',
    allTitle: 'Whole inventory',
    allText:
      'One file with everything: units, computers with their partitions, subnets, repositories with their certificates, images and smart groups. Another ogDesk opens it under Import. It holds no passwords or keys.',
    done: 'The file “{file}” is ready: 1 computer. | The file “{file}” is ready: {n} computers.'
  }
}
export default en
