/** Inventories of hardware and software, in Spanish. */
const es = {
  hardware: 'Inventario de hardware',
  software: 'Inventario de software',
  emptyHardware: 'Todavía no se ha pedido el inventario de hardware de este equipo.',
  emptySoftware: 'Todavía no se ha pedido el inventario de software de ninguna partición de este equipo.',
  ask: 'Pedir ahora',
  askHardware: 'Pedir el inventario de hardware ahora',
  askSoftware: 'Pedir el inventario de software ahora',
  compare: 'Comparar',
  compareHardware: 'Comparar este inventario de hardware',
  compareSoftware: 'Comparar este inventario de software',
  csv: 'CSV',
  csvHardware: 'Exportar este inventario de hardware a CSV',
  csvSoftware: 'Exportar este inventario de software a CSV',
  exportHardware: 'Hardware de los equipos (CSV)',
  exportSoftware: 'Software de los equipos (CSV)',
  exportNone: 'Ninguno de estos equipos tiene todavía un inventario que exportar.',
  exported: 'El archivo «{file}» está listo: 1 equipo. | El archivo «{file}» está listo: {n} equipos.',
  date: 'Fecha',
  latest: '{date} (último)',
  seen: 'Visto igual por última vez el {date}.',
  partition: 'Partición',
  place: 'Disco {disk}, partición {partition}',
  placeOf: 'Disco {disk}, partición {partition}: {system}',
  programs: 'Sin programas | 1 programa | {n} programas',
  search: 'Buscar un programa',
  found: '{found} de {n} programas',
  noneFound: 'Ningún programa contiene «{text}».',
  noPrograms: 'El inventario solo nombra el sistema: no hay programas en él.',
  listOf: 'Programas de {system}',
  /** Fields of the wire that are shown by themselves. */
  parts: {
    scp: 'Script',
    script: 'Script',
    out: 'Salida',
    sft: 'Programas encontrados',
    hrd: 'Componentes encontrados',
    cfg: 'Tabla de particiones'
  },
  find: {
    title: 'Programas de los equipos',
    every: 'Todos los equipos',
    ask: 'Programa o versión',
    hint: 'Por ejemplo: libreoffice 7.5. No importan los acentos ni las mayúsculas.',
    start: '¿Qué equipos tienen un programa?',
    startText:
      'Escriba parte del nombre o de la versión: se busca en el último inventario de software de cada partición.',
    none: 'Ningún equipo lo tiene',
    noneText: 'Ningún programa de los inventarios contiene «{text}».',
    found: 'Ningún equipo lo tiene | 1 equipo lo tiene | {n} equipos lo tienen',
    unknown: 'de 1 equipo no hay inventario de software | de {n} equipos no hay inventario de software',
    select: 'Seleccionar los equipos | Seleccionar 1 equipo | Seleccionar {n} equipos',
    export: 'Exportar a CSV',
    table: 'Equipos que tienen el programa',
    system: 'Sistema',
    program: 'Programas encontrados'
  },
  image: {
    title: 'Software de la imagen',
    none: 'Ningún inventario dice qué programas tiene esta imagen. Pida el inventario de software de la partición de la que se creó, o de un equipo que la lleve.',
    source:
      'Según el inventario de {client} (disco {disk}, partición {partition}) del {date}, el más cercano a la creación de la imagen ({since}).',
    carrier:
      'Según el inventario de {client} (disco {disk}, partición {partition}) del {date}: el equipo lleva esta imagen desde el {since}.',
    gone: 'un equipo que ya no está'
  },
  comparison: {
    title: 'Comparar inventarios',
    subtitle: 'De dos equipos, o del mismo en dos fechas.',
    kind: 'Qué se compara',
    kinds: { hardware: 'Hardware', software: 'Software' },
    first: 'Primero',
    second: 'Segundo',
    client: 'Equipo',
    inventory: 'Inventario',
    noInventories: 'Este equipo no tiene ningún inventario de este tipo.',
    swap: 'Intercambiar',
    choose: 'Elija dos inventarios',
    chooseText: 'Elija a cada lado un equipo y uno de sus inventarios para ver en qué se diferencian.',
    alike: 'Los dos son iguales',
    alikeText: 'No hay ninguna diferencia entre estos dos inventarios.',
    same: 'Nada en común. | 1 elemento en común. | {n} elementos en común.',
    filter: 'Filtrar las diferencias',
    show: 'Qué diferencias se muestran',
    removed: 'Solo en el primero ({n})',
    added: 'Solo en el segundo ({n})',
    changed: 'Distintos ({n})',
    only: { removed: 'Solo en el primero', added: 'Solo en el segundo', changed: 'Distinto' },
    columns: { state: 'Diferencia', software: 'Programa', hardware: 'Componente' },
    present: 'Sí, sin versión',
    absent: 'No',
    noneShown: 'Ninguna diferencia coincide con el filtro.',
    table: 'Diferencias entre los dos inventarios'
  }
}

export default es

type Sentences<T> = { readonly [K in keyof T]: T[K] extends string ? string : Sentences<T[K]> }
/** Every language has every sentence. */
export type Messages = Sentences<typeof es>
