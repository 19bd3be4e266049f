import type { Messages } from './es.ts'

const ca: Messages = {
  events: {
    started: 'Ha arrencat',
    stopped: 'S’ha apagat',
    loggedin: 'Sessió iniciada',
    loggedout: 'Sessió tancada'
  },
  sources: {
    refresh: 'Actualitzar',
    job: 'Tasca',
    import: 'Importació',
    edit: 'A mà'
  },
  columns: {
    mac: 'MAC',
    ip: 'IP',
    system: 'Sistema',
    agent: 'ogAgent',
    lastEvent: 'Últim avís',
    firstSeen: 'Primer cop',
    actions: 'Accions'
  },
  client: {
    refresh: 'Actualitza',
    refreshed: 'Estat i particions actualitzats.',
    session: '{user}, des de {since}',
    sessionOfSomebody: 'Oberta; no se sap de qui'
  },
  discovered: {
    subtitle: 'Equips que han avisat aquesta consola i no són a l’inventari.',
    justNow: 'fa menys d’un minut',
    badge: 'per adoptar',
    appeared:
      'Un equip que no és a l’inventari ha avisat la consola. | {n} equips que no són a l’inventari han avisat la consola.',
    show: 'Mostra',
    empty: 'No hi ha equips per adoptar',
    emptyText:
      'Quan un equip que no és a l’inventari arrenca i el seu ogAgent avisa aquesta consola, apareix aquí i es pot adoptar en una aula amb el nom que li toca.',
    address: 'Adreça a què han d’avisar els ogAgent:',
    select: 'Tria l’equip {mac}',
    adopt: 'Adopta…',
    adoptSome: 'Adopta {n}…',
    adoptOf: 'Adopta l’equip {mac}',
    ignore: 'Ignora',
    ignoreOf: 'Ignora l’equip {mac}',
    unignore: 'Deixa d’ignorar',
    unignoreOf: 'Deixa d’ignorar l’equip {mac}',
    forget: 'Oblida',
    forgetOf: 'Oblida l’equip {mac}; si torna a avisar, tornarà a aparèixer',
    showIgnored: 'Mostra els ignorats ({n})',
    showWaiting: 'Mostra els que són per adoptar',
    ignoredDone: 'Equip ignorat. | {n} equips ignorats.',
    unignored: 'L’equip torna a ser per adoptar. | {n} equips tornen a ser per adoptar.',
    forgotten:
      'Equip oblidat; si torna a avisar, tornarà a aparèixer. | {n} equips oblidats; si tornen a avisar, tornaran a aparèixer.',
    moved: 'És {name}, amb una altra adreça: a l’inventari té {ip}',
    holder: 'És l’adreça de {name}, que té una altra MAC',
    elsewhere: 'Avisa des de {address}',
    updateAddress: 'Actualitza l’adreça',
    addressUpdated: 'L’equip {name} té ara l’adreça {ip}.'
  },
  adopt: {
    title: 'Adoptar un equip | Adoptar {n} equips',
    text: 'Amb el nom que segueix en el patró de l’aula, i amb el que el seu ogAgent ha comunicat.',
    undone:
      'Desfet: l’equip «{name}» torna a estar per adoptar. | Desfet: {n} equips tornen a estar per adoptar.',
    action: 'Adopta',
    unit: 'Aula',
    noUnits: 'No hi ha aules: creeu-ne una a Grups.',
    name: 'Nom',
    nameOf: 'Nom de l’equip {mac}',
    ipOf: 'IP de l’equip {mac}',
    subnet: 'Subxarxa',
    noSubnet: 'Cap no la conté',
    done: '{name} és ara a {unit}. | {n} equips són ara a {unit}.',
    problems: {
      twinName: 'L’equip {mac} ja porta aquest nom aquí.',
      twinIp: 'L’equip {mac} ja porta aquesta IP aquí.'
    }
  },
  history: {
    title: 'Historial de particions',
    empty: 'Encara no es coneix cap taula de particions.',
    first: 'Primera taula que es coneix.',
    showTable: 'Mostra la taula',
    hideTable: 'Amaga la taula',
    tableOf: 'Taula de particions del {date}',
    all: 'Mostra els {n} canvis',
    disk: 'Disc {disk}',
    partition: 'Partició {partition}',
    diskPartition: 'Disc {disk}, partició {partition}',
    diskAdded: 'disc nou, de {size}',
    diskRemoved: 'ja no hi és; era de {size}',
    added: 'nova ({what})',
    removed: 'eliminada ({what})',
    table: 'taula de particions {change}',
    type: 'tipus {change}',
    usage: 'ús {change}',
    noTable: 'desconeguda',
    noFileSystem: 'sense sistema de fitxers',
    noSystem: 'sense sistema operatiu'
  }
}
export default ca
