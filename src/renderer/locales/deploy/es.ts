/** Deploying images, and which computer carries which, in Spanish. */
const es = {
  title: 'Desplegar imagen',
  target: 'En {target}',
  sections: {
    image: 'Imagen',
    targets: 'Equipos y destino',
    protocol: 'Cómo viaja la imagen',
    checks: 'Comprobaciones previas',
    summary: 'Qué se va a hacer'
  },
  image: {
    label: 'Imagen que se despliega',
    none: 'Todavía no hay ninguna imagen creada con éxito. Cree una desde un equipo modelo.',
    made: 'creada el {date}',
    sourceSize: 'viene de una partición de {size}',
    checking: 'Preguntando al repositorio…',
    there: 'El repositorio {repository} responde y tiene la imagen.'
  },
  targets: {
    choose: 'Aula o grupo',
    chooseHint: 'Se desplegará en todos sus equipos. Para elegir solo algunos, márquelos en «Grupos».',
    change: 'Cambiar de equipos',
    toGroups: 'Elegir equipos en «Grupos»',
    count: '1 equipo | {n} equipos',
    unknown:
      'Queda fuera {names}: no se conoce su tabla de particiones. Actualícela desde su ficha. | Quedan fuera {names}: no se conocen sus tablas de particiones. Actualícelas desde sus fichas.',
    partition: 'p{partition} {type} {size}',
    disk: 'Disco {disk} ({table}): {partitions}',
    noTable: 'tabla desconocida',
    include: 'Incluir estos equipos',
    caption: 'Particiones de {names}; elija la que recibirá la imagen',
    chooseRow: 'Disco {disk}, partición {partition}: {what}',
    nothingFits: 'En ninguna de sus particiones cabe la imagen: estos equipos quedan fuera.',
    imageFirst: 'Primero elija la imagen: entonces se ve en qué partición cabe.',
    model: {
      leftOut: '{client} se queda fuera: la imagen se hizo de su partición {partition} del disco {disk}.',
      restore: 'Restaurar también {client}',
      warning:
        '{client} volverá a como estaba cuando se hizo la imagen: lo que haya cambiado después en esa partición se perderá.'
    }
  },
  reasons: {
    'whole-disk': 'Es el disco entero',
    'partition-type': 'De un tipo que no recibe imágenes',
    cache: 'Es la caché',
    'too-small': 'Demasiado pequeña: hacen falta {size}'
  },
  doubts: {
    'other-table':
      'La imagen viene de un disco con otra tabla de particiones: puede que el sistema no arranque',
    'other-type': 'La imagen viene de una partición de otro tipo'
  },
  protocol: {
    label: 'Protocolo',
    kinds: {
      unicast: 'Unicast',
      multicast: 'Multicast',
      torrent: 'Torrent'
    },
    hints: {
      unicast: 'Cada equipo descarga la imagen por su cuenta, unos pocos a la vez.',
      multicast: 'Todos la reciben a la vez: el repositorio la envía una sola vez por la red.',
      torrent: 'Cada equipo la comparte con los demás mientras la descarga.'
    },
    clients: 'Equipos a los que se espera',
    wait: 'Espera máxima',
    seed: 'Tiempo compartiendo',
    inherited: 'Propuesto por {units}; lo que cambie aquí vale solo para esta vez.',
    inheritedNone: 'Estas aulas no dicen cómo viajan las imágenes: compruebe los valores.'
  },
  checks: {
    again: 'Comprobar de nuevo',
    checking: 'Preguntando a los equipos: {done} de {total}'
  },
  summary: {
    erases:
      'Se borrará la partición {partition} del disco {disk} en 1 equipo | Se borrará la partición {partition} del disco {disk} en {n} equipos',
    holds: 'ahora tiene {systems}',
    leftOut: 'Se queda fuera 1 equipo | Se quedan fuera {n} equipos',
    nobody: 'Ninguno de los equipos puede recibir la imagen ahora.',
    waitInstead: 'Puede dejarla en espera: elija «Cuando el equipo se conecte».',
    understood:
      'Entiendo que se perderán los datos de esa partición en 1 equipo | Entiendo que se perderán los datos de esa partición en {n} equipos'
  },
  run: {
    now: 'Desplegar en 1 equipo | Desplegar en {n} equipos',
    at: 'Programar para 1 equipo | Programar para {n} equipos',
    'next-report': 'Dejar en espera para 1 equipo | Dejar en espera para {n} equipos'
  },
  status: {
    image: 'Elija la imagen.',
    targets: 'Elija los equipos.',
    place: 'Elija la partición de destino de cada grupo.',
    protocol: 'Corrija los datos del protocolo.',
    moment: 'Elija cuándo.',
    loading: 'Un momento…',
    source: 'El repositorio no puede servir la imagen.',
    nobody: 'Ningún equipo puede recibirla.',
    model: 'Solo está el modelo: márquelo si quiere restaurarlo.',
    tick: 'Confirme qué se borra.',
    ready: 'Todo listo.',
    sending: 'Enviando la orden…'
  },
  done: 'Despliegue ordenado.',
  versions: {
    column: 'Imagen',
    since: 'desde el {date}',
    older: 'anterior a la actual',
    gone: 'la imagen ya no está en la consola',
    /** What lies on the computers of a classroom. */
    oneVersion: '{image}: 1 equipo | {image}: {n} equipos',
    behind: '{image}: 1 equipo con una versión anterior | {image}: {n} equipos con una versión anterior',
    several: '{versions} versiones de {image}',
    selectBehind: 'Seleccionar los que tienen una versión anterior',
    deployBehind: 'Desplegar la actual en ellos',
    of: 'Versiones de {image}',
    target: 'Equipos con una versión anterior de {image}',
    title: 'Equipos que la tienen',
    nobody: 'Ningún equipo tiene esta imagen, que se sepa: se anota al desplegarla desde aquí.',
    currentVersion: 'Versión actual',
    olderVersion: 'Versión anterior',
    computers: '1 equipo | {n} equipos',
    latest: 'último despliegue el {date}',
    select: 'Seleccionar 1 equipo | Seleccionar {n} equipos'
  }
}

export default es

type Sentences<T> = { readonly [K in keyof T]: T[K] extends string ? string : Sentences<T[K]> }
/** Every language has every sentence. */
export type Messages = Sentences<typeof es>
