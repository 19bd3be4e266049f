import type { Messages } from './es.ts'

const ca: Messages = {
  title: 'Còpies de seguretat',
  subtitle:
    'De l’inventari, les traces i la configuració. Els fitxers de les imatges són als repositoris, no aquí.',
  create: 'Fes una còpia ara',
  created: 'La còpia de seguretat s’ha desat i comprovat ({size}).',
  open: 'Mostra les còpies de seguretat',
  folder: 'Carpeta de les còpies',
  inMemory: 'Aquesta consola desa les dades només a la memòria, de manera que no fa còpies de seguretat.',
  empty: 'Encara no hi ha còpies de seguretat',
  emptyText:
    'La primera es fa sola poc després que hi hagi alguna cosa a l’inventari. També la podeu fer ara.',
  rule: 'Cada còpia es comprova quan es fa. Es conserven les {keep} últimes programades, altres tantes fetes a mà, i les 5 últimes d’abans d’actualitzar i d’abans de restaurar. Les malmeses no s’esborren soles.',
  columns: {
    at: 'Data',
    reason: 'Motiu',
    size: 'Mida',
    contents: 'Contingut',
    state: 'Estat',
    actions: 'Accions'
  },
  reasons: {
    scheduled: 'Programada',
    manual: 'Feta a mà',
    'before-migration': 'Abans d’actualitzar',
    'before-restore': 'Abans de restaurar'
  },
  states: { good: 'Bona', damaged: 'Malmesa', newer: 'D’un ogDesk més nou' },
  contents: '{clients} · {units} · {images} · {traces}',
  count: {
    clients: 'Cap equip | 1 equip | {n} equips',
    units: '0 unitats | 1 unitat | {n} unitats',
    images: '0 imatges | 1 imatge | {n} imatges',
    traces: '0 traces | 1 traça | {n} traces'
  },
  restore: 'Restaura…',
  restoreOf: 'Restaura la còpia del {date}',
  remove: 'Elimina la còpia del {date}',
  removeTitle: 'Voleu eliminar la còpia del {date}?',
  removeText: 'El fitxer {name} s’esborra de la carpeta de les còpies. No es pot desfer.',
  removeLast: 'És l’única còpia bona que hi ha.',
  removeAction: 'Elimina',
  removed: 'La còpia de seguretat s’ha eliminat.',
  settings: {
    text: 'La base de dades es copia mentre la consola treballa, i sempre abans d’actualitzar-la a una versió nova.',
    interval: 'Copia, si alguna cosa ha canviat',
    intervals: {
      1: 'Cada hora',
      6: 'Cada 6 hores',
      12: 'Cada 12 hores',
      24: 'Cada dia',
      168: 'Cada setmana'
    },
    everyHours: 'Cada {n} hores',
    keep: 'Còpies que es conserven',
    keepRule: 'Un nombre de l’1 al 1000.'
  },
  dialog: {
    title: 'Restaura la còpia del {date}',
    what: 'La base de dades torna a ser la d’aquella còpia, amb la configuració de llavors. La d’ara es desa abans com una altra còpia.',
    whatEmpty: 'La base de dades torna a ser la d’aquella còpia, amb la configuració de llavors.',
    same: 'L’inventari i les imatges són els mateixos que ara.',
    added: 'Torna: {n} | Tornen: {n}',
    removed: 'Desapareix: {n} | Desapareixen: {n}',
    changed: 'Torna a ser com era: {n} | Tornen a ser com eren: {n}',
    more: 'i {n} més',
    former: '{name}, que es dirà {former}',
    action: 'Restaura',
    done: 'La còpia del {date} s’ha restaurat.',
    kept: 'El que hi havia s’ha desat com la còpia «{name}».',
    interrupted:
      'Una tasca estava en curs quan es va fer la còpia; queda amb error, perquè no se sap com va acabar. | {n} tasques estaven en curs quan es va fer la còpia; queden amb error, perquè no se sap com van acabar.',
    asked:
      '1 ordre pendent espera la vostra confirmació a «Ordres»: no se’n farà res sense preguntar. | {n} ordres pendents esperen la vostra confirmació a «Ordres»: no se’n farà res sense preguntar.',
    ordersLost:
      'No són a la còpia i deixen d’estar pendents: 1 ordre | No són a la còpia i deixen d’estar pendents: {n} ordres',
    ordersAsked:
      'Torna i espera la vostra confirmació: 1 ordre | Tornen i esperen la vostra confirmació: {n} ordres',
    orders: 'Ordres pendents'
  },
  kinds: {
    units: 'Unitats organitzatives',
    clients: 'Equips',
    images: 'Imatges',
    subnets: 'Subxarxes',
    repositories: 'Repositoris',
    smartGroups: 'Grups intel·ligents'
  },
  counts: {
    traces: 'Traces: {now} ara, {restored} a la còpia',
    partitions: 'Particions: {now} ara, {restored} a la còpia',
    discovered: 'Equips descoberts: {now} ara, {restored} a la còpia'
  },
  fields: {
    parentId: 'unitat superior',
    type: 'tipus',
    name: 'nom',
    routerIp: 'encaminador',
    netmask: 'màscara de xarxa',
    dns: 'DNS',
    ntp: 'NTP',
    repositoryId: 'repositori',
    ogLive: 'ogLive',
    pxeTemplate: 'plantilla PXE',
    multicastAddress: 'adreça multicast',
    multicastPort: 'port multicast',
    multicastMode: 'mode multicast',
    multicastSpeed: 'velocitat multicast',
    p2pMode: 'mode P2P',
    p2pTime: 'temps P2P',
    hardwareProfile: 'perfil de maquinari',
    capacity: 'capacitat',
    location: 'ubicació',
    comments: 'comentaris',
    namePattern: 'patró de noms',
    planColumns: 'columnes del plànol',
    planRows: 'files del plànol',
    unitId: 'unitat',
    subnetId: 'subxarxa',
    mac: 'MAC',
    ip: 'IP',
    serialNumber: 'número de sèrie',
    networkInterface: 'interfície de xarxa',
    agentPort: 'port d’ogAgent',
    planColumn: 'columna al plànol',
    planRow: 'fila al plànol',
    address: 'adreça',
    port: 'port',
    path: 'ruta',
    certificateFingerprint: 'empremta del certificat',
    certificatePem: 'certificat',
    certificatePinnedAt: 'data del certificat',
    description: 'descripció',
    version: 'versió',
    architecture: 'arquitectura',
    state: 'estat',
    fullsum: 'fullsum',
    size: 'mida',
    failure: 'error',
    updatedAt: 'data de canvi',
    readyAt: 'data de creació',
    filter: 'filtre'
  },
  recovery: {
    titles: {
      damaged: 'La base de dades estava malmesa',
      altered: 'La base de dades no és com es va deixar',
      missing: 'La base de dades ha desaparegut'
    },
    texts: {
      damaged:
        'En iniciar-se, la consola ha trobat malmesa la base de dades i l’ha apartada sense canviar-hi res. Mentre decidiu què cal fer, treballa amb una de buida.',
      altered:
        'Es pot llegir, però el contingut ha canviat des que ogDesk es va tancar. Si l’heu modificada amb un altre programa, continueu-hi; si no, pot estar fallant el disc, i convé restaurar l’última còpia.',
      missing:
        'A la carpeta de dades no hi ha la base de dades, però sí còpies de seguretat seves. Mentre decidiu què cal fer, la consola treballa amb una de buida.'
    },
    decide: 'Decidiu què cal fer',
    later: 'Ho decidiré més tard',
    setAside: 'Apartada a',
    reason: 'Què li passa',
    latest: 'Última còpia bona',
    none: 'No hi ha cap còpia de seguretat bona.',
    restore: 'Restaura aquesta còpia…',
    all: 'Mostra totes les còpies',
    fresh: 'Comença de zero',
    keep: 'Continua amb ella',
    freshDone:
      'La consola continua amb una base de dades nova. Les còpies de seguretat es conserven a Configuració.',
    keepDone: 'La consola continua amb la base de dades tal com és.'
  }
}
export default ca
