/** What agents report: discovered computers, sessions, partition history. */
const es = {
  events: {
    started: 'Ha arrancado',
    stopped: 'Se ha apagado',
    loggedin: 'Sesión iniciada',
    loggedout: 'Sesión cerrada'
  },
  sources: {
    refresh: 'Actualizar',
    job: 'Tarea',
    import: 'Importación',
    edit: 'A mano'
  },
  columns: {
    mac: 'MAC',
    ip: 'IP',
    system: 'Sistema',
    agent: 'ogAgent',
    lastEvent: 'Último aviso',
    firstSeen: 'Primera vez',
    actions: 'Acciones'
  },
  client: {
    refresh: 'Actualizar',
    refreshed: 'Estado y particiones actualizados.',
    session: '{user}, desde {since}',
    sessionOfSomebody: 'Abierta; no se sabe de quién'
  },
  discovered: {
    subtitle: 'Equipos que han avisado a esta consola y no están en el inventario.',
    justNow: 'hace menos de 1 minuto',
    badge: 'por adoptar',
    appeared:
      'Un equipo que no está en el inventario ha avisado a la consola. | {n} equipos que no están en el inventario han avisado a la consola.',
    show: 'Ver',
    empty: 'No hay equipos por adoptar',
    emptyText:
      'Cuando un equipo que no está en el inventario arranca y su ogAgent avisa a esta consola, aparece aquí y se puede adoptar en un aula con el nombre que le toca.',
    address: 'Dirección a la que deben avisar los ogAgent:',
    select: 'Elegir el equipo {mac}',
    adopt: 'Adoptar…',
    adoptSome: 'Adoptar {n}…',
    adoptOf: 'Adoptar el equipo {mac}',
    ignore: 'Ignorar',
    ignoreOf: 'Ignorar el equipo {mac}',
    unignore: 'Dejar de ignorar',
    unignoreOf: 'Dejar de ignorar el equipo {mac}',
    forget: 'Olvidar',
    forgetOf: 'Olvidar el equipo {mac}; si vuelve a avisar, aparecerá de nuevo',
    showIgnored: 'Ver ignorados ({n})',
    showWaiting: 'Ver los que están por adoptar',
    ignoredDone: 'Equipo ignorado. | {n} equipos ignorados.',
    unignored: 'El equipo vuelve a estar por adoptar. | {n} equipos vuelven a estar por adoptar.',
    forgotten:
      'Equipo olvidado; si vuelve a avisar, aparecerá de nuevo. | {n} equipos olvidados; si vuelven a avisar, aparecerán de nuevo.',
    moved: 'Es {name}, con otra dirección: en el inventario tiene {ip}',
    holder: 'Es la dirección de {name}, que tiene otra MAC',
    elsewhere: 'Avisa desde {address}',
    updateAddress: 'Actualizar dirección',
    addressUpdated: 'El equipo {name} tiene ahora la dirección {ip}.'
  },
  adopt: {
    title: 'Adoptar un equipo | Adoptar {n} equipos',
    text: 'Con el nombre que sigue en el patrón del aula, y con lo que su ogAgent ha comunicado.',
    undone:
      'Deshecho: el equipo «{name}» vuelve a estar por adoptar. | Deshecho: {n} equipos vuelven a estar por adoptar.',
    action: 'Adoptar',
    unit: 'Aula',
    noUnits: 'No hay aulas: cree una en Grupos.',
    name: 'Nombre',
    nameOf: 'Nombre del equipo {mac}',
    ipOf: 'IP del equipo {mac}',
    subnet: 'Subred',
    noSubnet: 'Ninguna la contiene',
    done: '{name} está ahora en {unit}. | {n} equipos están ahora en {unit}.',
    problems: {
      twinName: 'El equipo {mac} ya lleva este nombre aquí.',
      twinIp: 'El equipo {mac} ya lleva esta IP aquí.'
    }
  },
  history: {
    title: 'Historial de particiones',
    empty: 'Todavía no se conoce ninguna tabla de particiones.',
    first: 'Primera tabla que se conoce.',
    showTable: 'Ver la tabla',
    hideTable: 'Ocultar la tabla',
    tableOf: 'Tabla de particiones del {date}',
    all: 'Ver los {n} cambios',
    disk: 'Disco {disk}',
    partition: 'Partición {partition}',
    diskPartition: 'Disco {disk}, partición {partition}',
    diskAdded: 'disco nuevo, de {size}',
    diskRemoved: 'ya no está; era de {size}',
    added: 'nueva ({what})',
    removed: 'eliminada ({what})',
    table: 'tabla de particiones {change}',
    type: 'tipo {change}',
    usage: 'uso {change}',
    noTable: 'desconocida',
    noFileSystem: 'sin sistema de ficheros',
    noSystem: 'sin sistema operativo'
  }
}
export default es

type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> }
export type Messages = Texts<typeof es>
