/** Partitioning and formatting, in Spanish. */
const es = {
  title: 'Particionar y formatear',
  none: 'No ha elegido ningún equipo',
  noneText: 'Elija equipos o un aula en «Grupos» y abra «Particionar y formatear» en su menú «Comandos».',
  toGroups: 'Ir a Grupos',
  noDisks: 'No se conocen los discos de estos equipos',
  noDisksText:
    'Con los equipos en ogLive, use antes «Actualizar» en su menú «Comandos»: así comunican sus particiones a la consola.',
  computers: 'Ningún equipo | 1 equipo | {n} equipos',
  continue: 'Particionar {computers}…',
  blocked: {
    unchanged: 'Todavía no ha cambiado nada.',
    errors: 'Corrija antes los errores del disco.',
    nobody: 'Ningún equipo puede recibir esta tabla.'
  },
  ready: 'Antes de enviar nada se pregunta a los equipos y se pide confirmación.',
  which: 'Qué discos',
  disk: 'Disco',
  diskNumber: 'Disco {disk}',
  group: 'Discos iguales',
  groupName: '{computers} · {table}, {size}',
  noTable: 'sin tabla',
  reference: 'Se parte de la tabla de',
  others:
    '1 equipo tiene otro disco y se queda fuera; puede particionarlo después: | {n} equipos tienen otros discos y se quedan fuera; puede particionarlos después:',
  withoutDisk:
    'De 1 equipo no se conoce este disco y se queda fuera: | De {n} equipos no se conoce este disco y se quedan fuera:',
  unfit:
    '1 equipo se queda fuera, porque en su disco no se podría conservar lo que aquí se conserva: | {n} equipos se quedan fuera, porque en sus discos no se podría conservar lo que aquí se conserva:',
  unfitName: '{name} (partición {partition})',
  plan: 'Cómo quedará el disco',
  table: 'Tabla de particiones',
  add: 'Añadir partición',
  addHere: 'Añadir una partición en el hueco de {size}',
  noGap: 'No queda sitio para otra partición: reduzca o quite alguna.',
  templates: 'Plantillas',
  templateNames: {
    linux: 'Solo Linux',
    windows: 'Solo Windows',
    'windows-linux': 'Windows + Linux',
    'data-cache': 'Un disco de datos con caché'
  },
  templateTexts: {
    linux: 'Sistema en EXT4 y espacio de intercambio',
    windows: 'Sistema en NTFS y su recuperación',
    'windows-linux': 'Mitad y mitad, con intercambio',
    'data-cache': 'Datos en NTFS; la otra mitad, caché de imágenes'
  },
  undo: 'Deshacer',
  redo: 'Rehacer',
  reset: 'Dejar como estaba',
  outside: 'El disco de {name} ha cambiado mientras lo editaba. Se parte de nuevo de cómo está ahora.',
  bar: 'Reparto del disco {disk}, de {size}',
  barBefore: 'Antes',
  barAfter: 'Después',
  sizeOf: 'Tamaño de la partición {partition}',
  sizeOfCache: 'Tamaño de la caché',
  valueText: '{size}, {state}',
  handleHelp:
    'Arrastre los bordes, o enfóquelos y use las flechas: 1 GB, con Mayús 1 MB. RePág y AvPág mueven 10 GB.',
  free: 'Sin particionar',
  cache: 'Caché',
  extended: 'Extendida',
  states: { kept: 'se conserva', formatted: 'se formatea', cache: 'caché' },
  columns: {
    partition: 'Nº',
    type: 'Tipo',
    fileSystem: 'Sistema de ficheros',
    size: 'Tamaño',
    format: 'Formatear',
    now: 'Ahora',
    remove: 'Quitar'
  },
  fields: {
    type: 'Tipo de la partición {partition}',
    fileSystem: 'Sistema de ficheros de la partición {partition}',
    unit: 'Unidad',
    format: 'Formatear la partición {partition}',
    remove: 'Quitar la partición {partition}',
    removeCache: 'Quitar la caché',
    addCache: 'Añadir caché'
  },
  units: { MB: 'MB', GB: 'GB', percent: '%' },
  noFileSystem: 'Ninguno',
  keep: 'Se conserva',
  nothingToFormat: 'No se formatea',
  nowNothing: 'Nueva',
  nowUse: '{what}, {use} en uso',
  cacheKept: 'Conserva sus imágenes',
  cacheNew: 'Se crea vacía',
  reasons: {
    new: 'es nueva',
    table: 'cambia la tabla',
    type: 'cambia de tipo',
    'file-system': 'cambia de sistema de ficheros',
    moved: 'cambia de sitio',
    resized: 'cambia de tamaño'
  },
  emptyPlan: 'El disco quedará sin ninguna partición.',
  checks: 'Comprobaciones del disco',
  allFine: 'La tabla es correcta.',
  problems: {
    unchanged:
      'No ha cambiado nada: el disco ya está así. Marque una partición para formatearla o cambie algo.',
    'duplicate-number': 'Hay dos particiones con el número {partition}.',
    'too-small': 'La partición {partition} es demasiado pequeña: el mínimo es {least}.',
    'cache-too-small': 'La caché es demasiado pequeña: el mínimo es {least}.',
    'file-system-too-small':
      'La partición {partition} es demasiado pequeña para {fileSystem}: el mínimo es {least}.',
    'file-system-too-large':
      'La partición {partition} es demasiado grande para {fileSystem}: el máximo es {most}. Elija otro sistema de ficheros o hágala más pequeña.',
    'unmarked-new':
      'La partición {partition} no está en el disco, así que no hay nada que conservar en ella. Márquela para formatearla.',
    'unmarked-table':
      'La partición {partition} no se puede conservar si cambia la tabla de particiones. Márquela para formatearla.',
    'unmarked-type':
      'La partición {partition} no se puede conservar con otro tipo. Márquela para formatearla.',
    'unmarked-file-system':
      'La partición {partition} no se puede conservar con otro sistema de ficheros. Márquela para formatearla.',
    'unmarked-moved':
      'La partición {partition} no se puede conservar, porque cambiaría de sitio en el disco. Márquela para formatearla o deje igual lo que hay delante.',
    'unmarked-resized':
      'La partición {partition} no se puede conservar con otro tamaño. Márquela para formatearla o devuélvale su tamaño.',
    'type-not-in-table':
      'La partición {partition} es de tipo {type}, que no existe en una tabla {table}. Elija otro tipo.',
    'file-system-unfit':
      'En la partición {partition}, el sistema de ficheros {fileSystem} no corresponde al tipo {type}. Cambie uno de los dos.',
    'over-disk': 'Las particiones no caben: sobran {over}. Reduzca alguna.',
    'cache-too-large': 'La caché, de {cache}, no cabe en el disco: hay sitio para {room}.',
    'too-many-primary':
      'Una tabla MSDOS admite {most} particiones primarias contando la extendida y la caché, y hay {count}. Use una extendida con particiones lógicas, o una tabla GPT.',
    'too-many-extended': 'Solo puede haber una partición extendida; la {partition} es la segunda.',
    'logical-gap':
      'La partición {partition} es lógica, y las lógicas se numeran seguidas desde la 5: falta la {missing}.',
    'logical-without-extended':
      'La partición {partition} es lógica y no está dentro de ninguna extendida. En MSDOS, del número 5 en adelante van dentro de la extendida.',
    'over-extended': 'Las particiones lógicas no caben en la extendida: sobran {over}.',
    'beyond-msdos':
      'La partición {partition} pasa de {most}, que es hasta donde llega una tabla MSDOS. Use una tabla GPT.',
    'too-many-gpt': 'Una tabla GPT admite {most} particiones.',
    'table-untold':
      'No se puede pedir al equipo que cambie a una tabla {table}: la orden solo nombra tipos de partición, y los de esta tabla existen también en la otra. Añada una de un tipo que solo tenga {table}: {types}.',
    'table-doubtful':
      'La orden no nombra la tabla {table}, solo tipos de partición: cada equipo decide si la usa. Con una partición de tipo {types} no habría duda.',
    'efi-missing': 'No hay partición EFI: un equipo que arranque con UEFI no podrá arrancar de este disco.',
    'efi-unfit': 'La partición EFI {partition} debería ser FAT32 y de al menos {least}.',
    'place-unknown':
      'Falta un número delante de la partición {partition} y hay espacio sin usar: no se sabe dónde está, y al conservarla podría cambiar de sitio y perderse. Haga antes una imagen de ella y márquela para formatearla.'
  },
  outcome: 'Qué pasará con lo que hay',
  kept: 'Se conserva p{partition} ({what}).',
  formatted: 'Se formateará p{partition} ({what}): se pierden sus datos.',
  formattedAs: 'Se formateará p{partition} ({what}) como {as}: se pierden sus datos.',
  removed: 'Se eliminará p{partition} ({what}): se pierden sus datos.',
  created: 'Se creará p{partition} ({what}).',
  cacheFates: {
    kept: 'Se conserva la caché ({size}) con sus imágenes.',
    formatted: 'La caché pasará de {size} a {as}: se pierden las imágenes que contiene.',
    removed: 'Se eliminará la caché ({size}): se pierden las imágenes que contiene.',
    created: 'Se creará una caché de {size}.'
  },
  cfg: 'Lo que se enviará a cada equipo',
  cfgShow: 'Ver el cfg',
  cfgHide: 'Ocultar el cfg',
  cfgLabel: 'cfg de la función Configurar',
  cfgCopy: 'Copiar el cfg'
}

export default es

type Sentences<T> = { readonly [K in keyof T]: T[K] extends string ? string : Sentences<T[K]> }
/** Every language has every sentence. */
export type Messages = Sentences<typeof es>
