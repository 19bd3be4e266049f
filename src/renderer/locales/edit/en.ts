import type { Messages } from './es.ts'

const en: Messages = {
  save: 'Save',
  create: 'Create',
  actionsOf: 'Actions of {name}',
  editOf: 'Edit {name}',
  removeOf: 'Delete {name}',
  columnActions: 'Actions',
  firstCentre: 'Create a centre by hand',
  header: { edit: 'Edit', newClient: 'New computer' },
  new: {
    button: 'New',
    centre: 'Centre…',
    unit: 'Unit inside “{name}”…',
    client: 'Computer in “{name}”…'
  },
  actions: {
    edit: 'Edit…',
    move: 'Move…',
    duplicate: 'Duplicate…',
    remove: 'Delete…',
    newUnit: 'New unit inside…',
    newClient: 'New computer…'
  },
  inherited: '{value} (inherited from {unit})',
  inheritedNone: 'No value to inherit',
  unsaved: {
    title: 'Discard the changes?',
    text: 'There are unsaved changes. If you leave now, they will be lost.',
    discard: 'Discard',
    stay: 'Keep editing'
  },
  undo: {
    action: 'Undo',
    nothing: 'There is nothing to undo.'
  },
  done: {
    saved: 'The changes of “{name}” have been saved.',
    createdUnit: '“{name}” has been created.',
    createdSubnet: 'The subnet “{name}” has been created.',
    createdRepository: 'The repository “{name}” has been created.',
    restoredImage: 'The image “{name}” is back from the trash.',
    removedRow: {
      subnet: 'The subnet “{name}” has been deleted.',
      repository: 'The repository “{name}” has been deleted.'
    },
    removedImage: {
      keep: 'The record of “{name}” has been deleted. Its file is still in the repository.',
      trash: '“{name}” is in the repository’s trash.',
      permanent: '“{name}” has been deleted for good.'
    },
    createdClient: 'The computer “{name}” has been created in “{unit}”.',
    movedClients:
      'The computer “{name}” has been moved to “{unit}”. | {n} computers have been moved to “{unit}”.',
    movedUnit: '“{name}” has been moved to “{unit}”.',
    movedUnitUp: '“{name}” has been moved to the top level.',
    removed: {
      clients: 'The computer “{name}” has been deleted. | {n} computers have been deleted.',
      units: '“{name}” has been deleted ({clients}). | {n} units have been deleted ({clients}).'
    }
  },
  undone: {
    removedRow: {
      subnet: 'Undone: the subnet “{name}” is back in the inventory.',
      repository: 'Undone: the repository “{name}” is back in the inventory.'
    },
    removedImage: 'Undone: the record of “{name}” is back in the list of images.',
    movedClients:
      'Undone: the computer “{name}” is back where it was. | Undone: {n} computers are back where they were.',
    movedUnit: 'Undone: “{name}” is back where it was.',
    removed: {
      clients:
        'Undone: the computer “{name}” is back in the inventory. | Undone: {n} computers are back in the inventory.',
      units:
        'Undone: “{name}” is back in the inventory ({clients}). | Undone: {n} units are back in the inventory ({clients}).'
    }
  },
  unit: {
    create: 'New organizational unit',
    edit: 'Edit {name}',
    top: 'Top level',
    network: 'Network',
    boot: 'Repository and boot',
    bootHint: 'What is left empty is inherited from the unit above.',
    multicast: 'Multicast',
    multicastHint: 'To send an image to the whole classroom at once.',
    p2p: 'P2P',
    p2pHint: 'For the computers to pass the image on to each other.',
    room: 'Classroom',
    patternHint: 'The place of the number is written %d, or %02d with two digits: aula1-pc%02d',
    patternExample: 'The computers will be called {names}…',
    fields: {
      parent: 'Inside',
      type: 'Type',
      name: 'Name',
      location: 'Location',
      comments: 'Comments',
      routerIp: 'Router',
      netmask: 'Netmask',
      dns: 'DNS server',
      ntp: 'NTP server',
      repository: 'Repository',
      ogLive: 'OgLive',
      pxeTemplate: 'PXE template',
      multicastAddress: 'Multicast address',
      multicastPort: 'Port',
      multicastMode: 'Mode',
      multicastSpeed: 'Speed',
      p2pMode: 'P2P mode',
      p2pTime: 'Seeding time',
      capacity: 'Capacity (seats)',
      hardwareProfile: 'Hardware profile',
      namePattern: 'Pattern of its computers’ names'
    },
    multicastModes: {
      'full-duplex': 'Full duplex',
      'half-duplex': 'Half duplex',
      broadcast: 'Broadcast'
    },
    p2pModes: {
      peer: 'Peer: downloads and shares',
      leecher: 'Leecher: downloads',
      seeder: 'Seeder: shares'
    }
  },
  client: {
    create: 'New computer',
    edit: 'Edit {name}',
    duplicate: 'New computer like {name}',
    another: 'Create another one next',
    macHint: 'With colons, hyphens, dots or nothing.',
    macStored: 'Will be stored as {mac}',
    subnetHint: 'The one that holds the IP is chosen by itself.',
    subnetNone: 'No subnet of the inventory holds this IP.',
    subnetOfUnit: 'None chosen: the IP must be in the network of “{name}” ({network}, netmask {netmask}).',
    boot: 'Repository and boot',
    bootHint: 'What is left empty is inherited from its classroom.',
    hardware: 'Hardware and agent',
    fields: {
      unit: 'Belongs to',
      name: 'Name',
      mac: 'MAC',
      ip: 'IP',
      subnet: 'Subnet',
      serialNumber: 'Serial number',
      networkInterface: 'Network interface',
      ogLive: 'OgLive',
      pxeTemplate: 'PXE template',
      repository: 'Repository',
      agentPort: 'Port of ogAgent'
    }
  },
  subnet: {
    new: 'New subnet…',
    create: 'New subnet',
    edit: 'Edit {name}',
    fields: { name: 'Name', address: 'Network address', netmask: 'Netmask', routerIp: 'Router' }
  },
  repository: {
    new: 'New repository…',
    create: 'New repository',
    edit: 'Edit {name}',
    fields: { name: 'Name', ip: 'IP', port: 'Port', path: 'Folder of the images on the repository' }
  },
  probe: {
    action: 'Test connection',
    hint: 'Shows the repository’s certificate before you trust it. Without a test, that of the first connection is pinned.',
    hintPinned: 'Checks who answers, and whether the certificate is the pinned one.',
    answers: 'The repository answers at {address}.',
    isPinned: 'This is the certificate that is pinned already.',
    differs: 'This is not the pinned certificate, whose fingerprint is:',
    trust: 'Trust this certificate: it will be pinned on saving'
  },
  certificate: {
    title: 'Certificate shown',
    fingerprint: 'SHA-256 fingerprint',
    subject: 'Issued to',
    issuer: 'Issued by',
    validity: 'Validity',
    fromTo: 'from {from} to {to}',
    expired: 'This certificate expired on {date}.',
    notYet: 'This certificate is not valid until {date}.'
  },
  image: {
    edit: 'Edit image {name}',
    nameStays: 'The canonical name is that of its file and does not change.'
  },
  removeRow: {
    subnet: 'Delete the subnet “{name}”?',
    repository: 'Delete the repository “{name}”?',
    inUse: 'It cannot be deleted: it is in use',
    units: '1 unit | {n} units',
    clients: '1 computer | {n} computers',
    images: '1 image | {n} images',
    first: {
      subnet: 'Assign another subnet to these computers first.',
      repository: 'Assign them another repository first.'
    },
    free: {
      subnet: 'No computer belongs to this subnet. You can undo this for as long as the console is open.',
      repository:
        'No unit, computer or image uses it. Its files are not touched. You can undo this for as long as the console is open.'
    }
  },
  removeImage: {
    title: 'Delete the image “{name}”?',
    where: '{file}, in {repository}',
    question: 'What to do with its file',
    fates: {
      keep: 'Delete the record only',
      trash: 'Move the file to the repository’s trash too',
      permanent: 'Delete the file too, for good'
    },
    explained: {
      keep: 'ogDesk no longer shows the image; the file stays in the repository. This can be undone.',
      trash: 'The file still takes up space in the repository and can be restored with its record.',
      permanent: 'The repository deletes the file and frees its space. This cannot be undone.'
    },
    noFullsum: 'The fullsum of this image is not known, so the repository cannot tell which file is meant.',
    understood: 'I understand that {file} will be deleted for good'
  },
  trash: {
    open: 'Trash…',
    see: 'Show trash',
    title: 'The repository’s trash',
    subtitle: 'Files of deleted images that can be restored.',
    repository: 'Repository',
    empty: 'The trash is empty',
    emptyText: 'The files of images that are deleted to the trash are kept here.',
    columns: { file: 'File', size: 'Size', fullsum: 'Fullsum', actions: 'Actions' },
    remembered: 'Comes back with its data',
    forgotten: 'A new record will be made',
    restore: 'Restore',
    restoreOf: 'Restore {name}'
  },
  move: {
    unit: 'Move {name}',
    clients: 'Move the computer {name} | Move {n} computers',
    action: 'Move',
    search: 'Search unit',
    to: 'Move to',
    top: 'Top level',
    here: 'already here',
    itself: 'is the one to be moved',
    below: 'is inside the one to be moved',
    cannotHold: '{holder}: cannot hold a “{held}”',
    noMatch: 'No unit matches the search.'
  },
  remove: {
    units: 'Delete “{name}”? | Delete {n} units?',
    clients: 'Delete the computer “{name}”? | Delete {n} computers?',
    action: 'Delete',
    empty: 'It is empty: it holds neither units nor computers.',
    unitsGo: '1 unit will be deleted | {n} units will be deleted',
    clientsGo: '1 computer will be deleted | {n} computers will be deleted',
    imagesStay: '1 image made from these computers stays | {n} images made from these computers stay',
    running: 'Nothing can be deleted while jobs are running',
    scheduled: '1 pending order is cancelled | {n} pending orders are cancelled',
    job: '{client}: {command}',
    undoable: 'The traces stay. You can undo this for as long as the console is open.'
  },
  problems: {
    required: 'This is needed.',
    tooLong: 'It has {length} characters; the maximum is {max}.',
    ip: 'Not an IPv4 address, such as 192.168.2.10.',
    netmask: 'Not a netmask, such as 255.255.255.0.',
    multicast: 'Not a multicast address (from 224.0.0.0 to 239.255.255.255).',
    whole: 'Write a whole number from {min} to {max}.',
    namePattern: 'It takes exactly one %d or %02d, and else only letters, digits, dots and hyphens.',
    mac: 'Not a MAC address: these are 12 hexadecimal digits, such as 08:00:27:4F:BE:38.',
    unit: 'Choose the unit that it belongs to.',
    target: 'Choose where to.',
    nameTaken: 'There is a computer called {client} in “{unit}” already.',
    macTaken: 'The MAC {value} belongs to the computer {client} already, in “{unit}”.',
    ipTaken: 'The IP {value} belongs to the computer {client} already, in “{unit}”.',
    outside: 'Not in the subnet “{name}” ({network}, netmask {netmask}).',
    networkAddress: 'This is the address of the subnet “{name}” itself.',
    routerAddress: 'This is the address of the router of the subnet “{name}”.',
    outsideOfUnit: 'Not in the network of “{name}” ({network}, netmask {netmask}).',
    networkAddressOfUnit: 'This is the address of the network of “{name}” itself.',
    routerAddressOfUnit: 'This is the address of the router of “{name}”.',
    notNetwork: '{address} is not the address of the network: with this netmask it is {network}.',
    subnetTaken: 'The network {address} is that of the subnet “{name}” already.',
    leftOutside:
      '1 computer of the subnet would be left outside: {names}. | {n} computers of the subnet would be left outside: {names}.',
    routerOutside: 'Not in the network {address}, netmask {netmask}.',
    repositoryAddressTaken: 'The address {address} belongs to the repository “{name}” already.',
    repositoryTaken: 'There is a repository called “{name}” already.',
    unitTaken: 'There is a unit called “{name}” here already.'
  }
}
export default en
