/** Backups: the list, the restore, and what a start may find. */
const es = {
  title: 'Copias de seguridad',
  subtitle:
    'Del inventario, las trazas y los ajustes. Los ficheros de las imágenes están en los repositorios, no aquí.',
  create: 'Hacer copia ahora',
  created: 'La copia de seguridad se ha guardado y comprobado ({size}).',
  open: 'Ver las copias de seguridad',
  folder: 'Carpeta de las copias',
  inMemory: 'Esta consola guarda sus datos solo en memoria, así que no hace copias de seguridad.',
  empty: 'Todavía no hay copias de seguridad',
  emptyText:
    'La primera se hace sola poco después de que haya algo en el inventario. También puede hacerla ahora.',
  rule: 'Cada copia se comprueba al hacerla. Se conservan las {keep} últimas programadas, otras tantas hechas a mano, y las 5 últimas de antes de actualizar y de antes de restaurar. Las dañadas no se borran solas.',
  columns: {
    at: 'Fecha',
    reason: 'Motivo',
    size: 'Tamaño',
    contents: 'Contenido',
    state: 'Estado',
    actions: 'Acciones'
  },
  reasons: {
    scheduled: 'Programada',
    manual: 'Hecha a mano',
    'before-migration': 'Antes de actualizar',
    'before-restore': 'Antes de restaurar'
  },
  states: { good: 'Buena', damaged: 'Dañada', newer: 'De un ogDesk más nuevo' },
  contents: '{clients} · {units} · {images} · {traces}',
  count: {
    clients: 'Ningún equipo | 1 equipo | {n} equipos',
    units: '0 unidades | 1 unidad | {n} unidades',
    images: '0 imágenes | 1 imagen | {n} imágenes',
    traces: '0 trazas | 1 traza | {n} trazas'
  },
  restore: 'Restaurar…',
  restoreOf: 'Restaurar la copia del {date}',
  remove: 'Eliminar la copia del {date}',
  removeTitle: '¿Eliminar la copia del {date}?',
  removeText: 'El fichero {name} se borra de la carpeta de las copias. No se puede deshacer.',
  removeLast: 'Es la única copia buena que hay.',
  removeAction: 'Eliminar',
  removed: 'La copia de seguridad se ha eliminado.',
  settings: {
    text: 'La base de datos se copia mientras la consola trabaja, y siempre antes de actualizarla a una versión nueva.',
    interval: 'Copiar, si algo ha cambiado',
    intervals: {
      1: 'Cada hora',
      6: 'Cada 6 horas',
      12: 'Cada 12 horas',
      24: 'Cada día',
      168: 'Cada semana'
    },
    everyHours: 'Cada {n} horas',
    keep: 'Copias que se conservan',
    keepRule: 'Un número del 1 al 1000.'
  },
  dialog: {
    title: 'Restaurar la copia del {date}',
    what: 'La base de datos vuelve a ser la de esa copia, con los ajustes de entonces. La de ahora se guarda antes como otra copia.',
    whatEmpty: 'La base de datos vuelve a ser la de esa copia, con los ajustes de entonces.',
    same: 'El inventario y las imágenes son los mismos que ahora.',
    added: 'Vuelve: {n} | Vuelven: {n}',
    removed: 'Desaparece: {n} | Desaparecen: {n}',
    changed: 'Vuelve a ser como era: {n} | Vuelven a ser como eran: {n}',
    more: 'y {n} más',
    former: '{name}, que se llamará {former}',
    action: 'Restaurar',
    done: 'La copia del {date} está restaurada.',
    kept: 'Lo que había se ha guardado como la copia «{name}».',
    interrupted:
      'Una tarea estaba en curso al hacerse la copia; queda con error, porque no se sabe cómo terminó. | {n} tareas estaban en curso al hacerse la copia; quedan con error, porque no se sabe cómo terminaron.',
    asked:
      '1 orden pendiente espera su confirmación en «Órdenes»: no se hará nada de ella sin preguntar. | {n} órdenes pendientes esperan su confirmación en «Órdenes»: no se hará nada de ellas sin preguntar.',
    ordersLost:
      'No están en la copia y dejan de estar pendientes: 1 orden | No están en la copia y dejan de estar pendientes: {n} órdenes',
    ordersAsked: 'Vuelve y espera su confirmación: 1 orden | Vuelven y esperan su confirmación: {n} órdenes',
    orders: 'Órdenes pendientes'
  },
  kinds: {
    units: 'Unidades organizativas',
    clients: 'Equipos',
    images: 'Imágenes',
    subnets: 'Subredes',
    repositories: 'Repositorios',
    smartGroups: 'Grupos inteligentes'
  },
  counts: {
    traces: 'Trazas: {now} ahora, {restored} en la copia',
    partitions: 'Particiones: {now} ahora, {restored} en la copia',
    discovered: 'Equipos descubiertos: {now} ahora, {restored} en la copia'
  },
  fields: {
    parentId: 'unidad superior',
    type: 'tipo',
    name: 'nombre',
    routerIp: 'router',
    netmask: 'máscara de red',
    dns: 'DNS',
    ntp: 'NTP',
    repositoryId: 'repositorio',
    ogLive: 'ogLive',
    pxeTemplate: 'plantilla PXE',
    multicastAddress: 'dirección multicast',
    multicastPort: 'puerto multicast',
    multicastMode: 'modo multicast',
    multicastSpeed: 'velocidad multicast',
    p2pMode: 'modo P2P',
    p2pTime: 'tiempo P2P',
    hardwareProfile: 'perfil de hardware',
    capacity: 'capacidad',
    location: 'ubicación',
    comments: 'comentarios',
    namePattern: 'patrón de nombres',
    planColumns: 'columnas del plano',
    planRows: 'filas del plano',
    unitId: 'unidad',
    subnetId: 'subred',
    mac: 'MAC',
    ip: 'IP',
    serialNumber: 'número de serie',
    networkInterface: 'interfaz de red',
    agentPort: 'puerto de ogAgent',
    planColumn: 'columna en el plano',
    planRow: 'fila en el plano',
    address: 'dirección',
    port: 'puerto',
    path: 'ruta',
    certificateFingerprint: 'huella del certificado',
    certificatePem: 'certificado',
    certificatePinnedAt: 'fecha del certificado',
    description: 'descripción',
    version: 'versión',
    architecture: 'arquitectura',
    state: 'estado',
    fullsum: 'fullsum',
    size: 'tamaño',
    failure: 'error',
    updatedAt: 'fecha de cambio',
    readyAt: 'fecha de creación',
    filter: 'filtro'
  },
  recovery: {
    titles: {
      damaged: 'La base de datos estaba dañada',
      altered: 'La base de datos no está como se dejó',
      missing: 'La base de datos ha desaparecido'
    },
    texts: {
      damaged:
        'Al iniciar, la consola ha encontrado dañada su base de datos y la ha apartado sin cambiar nada en ella. Mientras decide qué hacer, trabaja con una vacía.',
      altered:
        'Se puede leer, pero su contenido ha cambiado desde que ogDesk se cerró. Si la ha modificado con otro programa, siga con ella; si no, puede estar fallando el disco, y conviene restaurar la última copia.',
      missing:
        'En la carpeta de datos no está la base de datos, pero sí copias de seguridad de ella. Mientras decide qué hacer, la consola trabaja con una vacía.'
    },
    decide: 'Decidir qué hacer',
    later: 'Decidir más tarde',
    setAside: 'Apartada en',
    reason: 'Qué le pasa',
    latest: 'Última copia buena',
    none: 'No hay ninguna copia de seguridad buena.',
    restore: 'Restaurar esa copia…',
    all: 'Ver todas las copias',
    fresh: 'Empezar de cero',
    keep: 'Seguir con ella',
    freshDone:
      'La consola sigue con una base de datos nueva. Las copias de seguridad se conservan en Ajustes.',
    keepDone: 'La consola sigue con la base de datos tal como está.'
  }
}
export default es

type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> }
export type Messages = Texts<typeof es>
