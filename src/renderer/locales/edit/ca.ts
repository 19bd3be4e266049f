import type { Messages } from './es.ts'

const ca: Messages = {
  save: 'Desa',
  create: 'Crea',
  actionsOf: 'Accions de {name}',
  editOf: 'Edita {name}',
  removeOf: 'Elimina {name}',
  columnActions: 'Accions',
  firstCentre: 'Crea un centre a mà',
  header: { edit: 'Edita', newClient: 'Equip nou' },
  new: {
    button: 'Nou',
    centre: 'Centre…',
    unit: 'Unitat dins de «{name}»…',
    client: 'Equip a «{name}»…'
  },
  actions: {
    edit: 'Edita…',
    move: 'Mou…',
    duplicate: 'Duplica…',
    remove: 'Elimina…',
    newUnit: 'Unitat nova aquí dins…',
    newClient: 'Equip nou…'
  },
  inherited: '{value} (heretat de {unit})',
  inheritedNone: 'Sense valor per heretar',
  unsaved: {
    title: 'Voleu descartar els canvis?',
    text: 'Hi ha canvis sense desar. Si sortiu ara, es perdran.',
    discard: 'Descarta',
    stay: 'Continua editant'
  },
  undo: {
    action: 'Desfés',
    nothing: 'No hi ha res per desfer.'
  },
  done: {
    saved: 'S’han desat els canvis de «{name}».',
    createdUnit: 'S’ha creat «{name}».',
    createdSubnet: 'S’ha creat la subxarxa «{name}».',
    createdRepository: 'S’ha creat el repositori «{name}».',
    restoredImage: 'La imatge «{name}» ha tornat de la paperera.',
    removedRow: {
      subnet: 'S’ha eliminat la subxarxa «{name}».',
      repository: 'S’ha eliminat el repositori «{name}».'
    },
    removedImage: {
      keep: 'S’ha eliminat el registre de «{name}». El seu fitxer continua al repositori.',
      trash: '«{name}» és a la paperera del repositori.',
      permanent: '«{name}» s’ha eliminat per sempre.'
    },
    createdClient: 'S’ha creat l’equip «{name}» a «{unit}».',
    movedClients: 'L’equip «{name}» s’ha mogut a «{unit}». | S’han mogut {n} equips a «{unit}».',
    movedUnit: '«{name}» s’ha mogut a «{unit}».',
    movedUnitUp: '«{name}» s’ha mogut al nivell superior.',
    removed: {
      clients: 'S’ha eliminat l’equip «{name}». | S’han eliminat {n} equips.',
      units: 'S’ha eliminat «{name}» ({clients}). | S’han eliminat {n} unitats ({clients}).'
    }
  },
  undone: {
    removedRow: {
      subnet: 'Desfet: la subxarxa «{name}» torna a l’inventari.',
      repository: 'Desfet: el repositori «{name}» torna a l’inventari.'
    },
    removedImage: 'Desfet: el registre de «{name}» torna a la llista d’imatges.',
    movedClients: 'Desfet: l’equip «{name}» torna a ser on era. | Desfet: {n} equips tornen a ser on eren.',
    movedUnit: 'Desfet: «{name}» torna a ser on era.',
    removed: {
      clients: 'Desfet: l’equip «{name}» torna a l’inventari. | Desfet: {n} equips tornen a l’inventari.',
      units:
        'Desfet: «{name}» torna a l’inventari ({clients}). | Desfet: {n} unitats tornen a l’inventari ({clients}).'
    }
  },
  unit: {
    create: 'Unitat organitzativa nova',
    edit: 'Edita {name}',
    top: 'Nivell superior',
    network: 'Xarxa',
    boot: 'Repositori i arrencada',
    bootHint: 'El que es deixa en blanc s’hereta de la unitat de sobre.',
    multicast: 'Multicast',
    multicastHint: 'Per enviar una imatge a tota l’aula alhora.',
    p2p: 'P2P',
    p2pHint: 'Perquè els equips es passin la imatge entre ells.',
    room: 'Aula',
    patternHint: 'El lloc del número s’escriu %d, o %02d amb dues xifres: aula1-pc%02d',
    patternExample: 'Els equips es diran {names}…',
    fields: {
      parent: 'Dins de',
      type: 'Tipus',
      name: 'Nom',
      location: 'Ubicació',
      comments: 'Comentaris',
      routerIp: 'Encaminador',
      netmask: 'Màscara de xarxa',
      dns: 'Servidor DNS',
      ntp: 'Servidor NTP',
      repository: 'Repositori',
      ogLive: 'OgLive',
      pxeTemplate: 'Plantilla PXE',
      multicastAddress: 'Adreça multicast',
      multicastPort: 'Port',
      multicastMode: 'Mode',
      multicastSpeed: 'Velocitat',
      p2pMode: 'Mode P2P',
      p2pTime: 'Temps compartint',
      capacity: 'Capacitat (llocs)',
      hardwareProfile: 'Perfil de maquinari',
      namePattern: 'Patró de noms dels seus equips'
    },
    multicastModes: {
      'full-duplex': 'Full-duplex',
      'half-duplex': 'Half-duplex',
      broadcast: 'Difusió (broadcast)'
    },
    p2pModes: {
      peer: 'Parell (peer): baixa i comparteix',
      leecher: 'Baixa (leecher)',
      seeder: 'Comparteix (seeder)'
    }
  },
  client: {
    create: 'Equip nou',
    edit: 'Edita {name}',
    duplicate: 'Equip nou com {name}',
    another: 'Crea’n un altre a continuació',
    macHint: 'Amb dos punts, guions, punts o sense res.',
    macStored: 'Es desarà com a {mac}',
    subnetHint: 'La que conté la IP es tria sola.',
    subnetNone: 'Cap subxarxa de l’inventari no conté aquesta IP.',
    subnetOfUnit: 'Cap de triada: la IP ha de ser de la xarxa de «{name}» ({network}, màscara {netmask}).',
    boot: 'Repositori i arrencada',
    bootHint: 'El que es deixa en blanc s’hereta de la seva aula.',
    hardware: 'Maquinari i agent',
    fields: {
      unit: 'Pertany a',
      name: 'Nom',
      mac: 'MAC',
      ip: 'IP',
      subnet: 'Subxarxa',
      serialNumber: 'Núm. de sèrie',
      networkInterface: 'Interfície de xarxa',
      ogLive: 'OgLive',
      pxeTemplate: 'Plantilla PXE',
      repository: 'Repositori',
      agentPort: 'Port d’ogAgent'
    }
  },
  subnet: {
    new: 'Subxarxa nova…',
    create: 'Subxarxa nova',
    edit: 'Edita {name}',
    fields: { name: 'Nom', address: 'Adreça de xarxa', netmask: 'Màscara de xarxa', routerIp: 'Encaminador' }
  },
  repository: {
    new: 'Repositori nou…',
    create: 'Repositori nou',
    edit: 'Edita {name}',
    fields: { name: 'Nom', ip: 'IP', port: 'Port', path: 'Ruta de les imatges al repositori' }
  },
  probe: {
    action: 'Prova la connexió',
    hint: 'Mostra el certificat del repositori abans de confiar-hi. Sense provar-ho, es fixarà el de la primera connexió.',
    hintPinned: 'Comprova qui respon i si el seu certificat és el fixat.',
    answers: 'El repositori respon a {address}.',
    isPinned: 'És el certificat que ja estava fixat.',
    differs: 'No és el certificat fixat, l’empremta del qual és:',
    trust: 'Confia en aquest certificat: es fixarà en desar'
  },
  certificate: {
    title: 'Certificat que presenta',
    fingerprint: 'Empremta SHA-256',
    subject: 'Emès per a',
    issuer: 'Emès per',
    validity: 'Validesa',
    fromTo: 'del {from} al {to}',
    expired: 'Aquest certificat va caducar el {date}.',
    notYet: 'Aquest certificat no és vàlid fins al {date}.'
  },
  image: {
    edit: 'Edita la imatge {name}',
    nameStays: 'El nom canònic és el del seu fitxer i no canvia.'
  },
  removeRow: {
    subnet: 'Voleu eliminar la subxarxa «{name}»?',
    repository: 'Voleu eliminar el repositori «{name}»?',
    inUse: 'No es pot eliminar: està en ús',
    units: '1 unitat | {n} unitats',
    clients: '1 equip | {n} equips',
    images: '1 imatge | {n} imatges',
    first: {
      subnet: 'Assigneu abans una altra subxarxa a aquests equips.',
      repository: 'Assigneu-los abans un altre repositori.'
    },
    free: {
      subnet: 'Cap equip no pertany a aquesta subxarxa. Ho podreu desfer mentre la consola sigui oberta.',
      repository:
        'No el fa servir cap unitat, equip ni imatge. Els seus fitxers no es toquen. Ho podreu desfer mentre la consola sigui oberta.'
    }
  },
  removeImage: {
    title: 'Voleu eliminar la imatge «{name}»?',
    where: '{file}, a {repository}',
    question: 'Què cal fer amb el seu fitxer',
    fates: {
      keep: 'Elimina només el registre',
      trash: 'Mou també el fitxer a la paperera del repositori',
      permanent: 'Elimina també el fitxer, per sempre'
    },
    explained: {
      keep: 'ogDesk deixa de mostrar la imatge; el fitxer continua al repositori. Es pot desfer.',
      trash: 'El fitxer continua ocupant espai al repositori i es pot restaurar amb el seu registre.',
      permanent: 'El repositori esborra el fitxer i n’allibera l’espai. No es pot desfer.'
    },
    noFullsum:
      'No es coneix el fullsum d’aquesta imatge, així que el repositori no en pot identificar el fitxer.',
    understood: 'Entenc que {file} s’esborrarà per sempre'
  },
  trash: {
    open: 'Paperera…',
    see: 'Mostra la paperera',
    title: 'Paperera del repositori',
    subtitle: 'Fitxers d’imatges eliminades que es poden restaurar.',
    repository: 'Repositori',
    empty: 'La paperera és buida',
    emptyText: 'Aquí queden els fitxers de les imatges que s’eliminen amb l’opció de paperera.',
    columns: { file: 'Fitxer', size: 'Mida', fullsum: 'Fullsum', actions: 'Accions' },
    remembered: 'Tornarà amb les seves dades',
    forgotten: 'Es crearà un registre nou',
    restore: 'Restaura',
    restoreOf: 'Restaura {name}'
  },
  move: {
    unit: 'Mou {name}',
    clients: 'Mou l’equip {name} | Mou {n} equips',
    action: 'Mou',
    search: 'Cerca una unitat',
    to: 'Mou a',
    top: 'Nivell superior',
    here: 'ja és aquí',
    itself: 'és la que es mou',
    below: 'és dins de la que es mou',
    cannotHold: '{holder}: no pot contenir un «{held}»',
    noMatch: 'Cap unitat no coincideix amb la cerca.'
  },
  remove: {
    units: 'Voleu eliminar «{name}»? | Voleu eliminar {n} unitats?',
    clients: 'Voleu eliminar l’equip «{name}»? | Voleu eliminar {n} equips?',
    action: 'Elimina',
    empty: 'És buida: no conté unitats ni equips.',
    unitsGo: 'S’elimina 1 unitat | S’eliminen {n} unitats',
    clientsGo: 'S’elimina 1 equip | S’eliminen {n} equips',
    imagesStay:
      'Es conserva 1 imatge feta amb aquests equips | Es conserven {n} imatges fetes amb aquests equips',
    running: 'No es pot eliminar mentre hi hagi tasques en marxa',
    scheduled: 'Es cancel·la 1 ordre pendent | Es cancel·len {n} ordres pendents',
    job: '{client}: {command}',
    undoable: 'Les traces es conserven. Ho podreu desfer mentre la consola sigui oberta.'
  },
  problems: {
    required: 'Aquesta dada és necessària.',
    tooLong: 'Té {length} caràcters; el màxim és {max}.',
    ip: 'No és una adreça IPv4, com 192.168.2.10.',
    netmask: 'No és una màscara de xarxa, com 255.255.255.0.',
    multicast: 'No és una adreça multicast (de 224.0.0.0 a 239.255.255.255).',
    whole: 'Escriviu un nombre enter del {min} al {max}.',
    namePattern: 'Ha de portar un sol %d o %02d, i només lletres, números, punts i guions.',
    mac: 'No és una adreça MAC: són 12 xifres hexadecimals, com 08:00:27:4F:BE:38.',
    unit: 'Trieu la unitat a què pertany.',
    target: 'Trieu on.',
    nameTaken: 'A «{unit}» ja hi ha un equip que es diu {client}.',
    macTaken: 'La MAC {value} ja és de l’equip {client}, a «{unit}».',
    ipTaken: 'La IP {value} ja és de l’equip {client}, a «{unit}».',
    outside: 'No és a la subxarxa «{name}» ({network}, màscara {netmask}).',
    networkAddress: 'És l’adreça de la mateixa subxarxa «{name}».',
    routerAddress: 'És l’adreça de l’encaminador de la subxarxa «{name}».',
    outsideOfUnit: 'No és a la xarxa de «{name}» ({network}, màscara {netmask}).',
    networkAddressOfUnit: 'És l’adreça de la mateixa xarxa de «{name}».',
    routerAddressOfUnit: 'És l’adreça de l’encaminador de «{name}».',
    notNetwork: '{address} no és l’adreça de la xarxa: amb aquesta màscara és {network}.',
    subnetTaken: 'La xarxa {address} ja és la de la subxarxa «{name}».',
    leftOutside:
      'Quedaria fora 1 equip de la subxarxa: {names}. | Quedarien fora {n} equips de la subxarxa: {names}.',
    routerOutside: 'No és a la xarxa {address}, màscara {netmask}.',
    repositoryAddressTaken: 'L’adreça {address} ja és del repositori «{name}».',
    repositoryTaken: 'Ja hi ha un repositori que es diu «{name}».',
    unitTaken: 'Aquí ja hi ha una unitat que es diu «{name}».'
  }
}
export default ca
