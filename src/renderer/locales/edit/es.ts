/** Editing the inventory: forms, moving, removing, undo. */
const es = {
  save: 'Guardar',
  create: 'Crear',
  actionsOf: 'Acciones de {name}',
  editOf: 'Editar {name}',
  removeOf: 'Eliminar {name}',
  columnActions: 'Acciones',
  firstCentre: 'Crear un centro a mano',
  header: { edit: 'Editar', newClient: 'Nuevo equipo' },
  new: {
    button: 'Nuevo',
    centre: 'Centro…',
    unit: 'Unidad dentro de «{name}»…',
    client: 'Equipo en «{name}»…'
  },
  actions: {
    edit: 'Editar…',
    move: 'Mover…',
    duplicate: 'Duplicar…',
    remove: 'Eliminar…',
    newUnit: 'Nueva unidad aquí dentro…',
    newClient: 'Nuevo equipo…'
  },
  inherited: '{value} (heredado de {unit})',
  inheritedNone: 'Sin valor que heredar',
  unsaved: {
    title: '¿Descartar los cambios?',
    text: 'Hay cambios sin guardar. Si sale ahora, se perderán.',
    discard: 'Descartar',
    stay: 'Seguir editando'
  },
  undo: {
    action: 'Deshacer',
    nothing: 'No hay nada que deshacer.'
  },
  done: {
    saved: 'Se han guardado los cambios de «{name}».',
    createdUnit: 'Se ha creado «{name}».',
    createdSubnet: 'Se ha creado la subred «{name}».',
    createdRepository: 'Se ha creado el repositorio «{name}».',
    restoredImage: 'La imagen «{name}» ha vuelto de la papelera.',
    removedRow: {
      subnet: 'Se ha eliminado la subred «{name}».',
      repository: 'Se ha eliminado el repositorio «{name}».'
    },
    removedImage: {
      keep: 'Se ha eliminado el registro de «{name}». Su fichero sigue en el repositorio.',
      trash: '«{name}» está en la papelera del repositorio.',
      permanent: '«{name}» se ha eliminado para siempre.'
    },
    createdClient: 'Se ha creado el equipo «{name}» en «{unit}».',
    movedClients: 'El equipo «{name}» se ha movido a «{unit}». | Se han movido {n} equipos a «{unit}».',
    movedUnit: '«{name}» se ha movido a «{unit}».',
    movedUnitUp: '«{name}» se ha movido al nivel superior.',
    removed: {
      clients: 'Se ha eliminado el equipo «{name}». | Se han eliminado {n} equipos.',
      units: 'Se ha eliminado «{name}» ({clients}). | Se han eliminado {n} unidades ({clients}).'
    }
  },
  undone: {
    removedRow: {
      subnet: 'Deshecho: la subred «{name}» vuelve al inventario.',
      repository: 'Deshecho: el repositorio «{name}» vuelve al inventario.'
    },
    removedImage: 'Deshecho: el registro de «{name}» vuelve a la lista de imágenes.',
    movedClients:
      'Deshecho: el equipo «{name}» vuelve a estar donde estaba. | Deshecho: {n} equipos vuelven a estar donde estaban.',
    movedUnit: 'Deshecho: «{name}» vuelve a estar donde estaba.',
    removed: {
      clients:
        'Deshecho: el equipo «{name}» vuelve al inventario. | Deshecho: {n} equipos vuelven al inventario.',
      units:
        'Deshecho: «{name}» vuelve al inventario ({clients}). | Deshecho: {n} unidades vuelven al inventario ({clients}).'
    }
  },
  unit: {
    create: 'Nueva unidad organizativa',
    edit: 'Editar {name}',
    top: 'Nivel superior',
    network: 'Red',
    boot: 'Repositorio y arranque',
    bootHint: 'Lo que se deja en blanco se hereda de la unidad de arriba.',
    multicast: 'Multicast',
    multicastHint: 'Para enviar una imagen a toda el aula a la vez.',
    p2p: 'P2P',
    p2pHint: 'Para que los equipos se pasen la imagen entre ellos.',
    room: 'Aula',
    patternHint: 'El lugar del número se escribe %d, o %02d con dos cifras: aula1-pc%02d',
    patternExample: 'Los equipos se llamarán {names}…',
    fields: {
      parent: 'Dentro de',
      type: 'Tipo',
      name: 'Nombre',
      location: 'Ubicación',
      comments: 'Comentarios',
      routerIp: 'Router',
      netmask: 'Máscara de red',
      dns: 'Servidor DNS',
      ntp: 'Servidor NTP',
      repository: 'Repositorio',
      ogLive: 'OgLive',
      pxeTemplate: 'Plantilla PXE',
      multicastAddress: 'Dirección multicast',
      multicastPort: 'Puerto',
      multicastMode: 'Modo',
      multicastSpeed: 'Velocidad',
      p2pMode: 'Modo P2P',
      p2pTime: 'Tiempo compartiendo',
      capacity: 'Capacidad (puestos)',
      hardwareProfile: 'Perfil de hardware',
      namePattern: 'Patrón de nombres de sus equipos'
    },
    multicastModes: {
      'full-duplex': 'Full-duplex',
      'half-duplex': 'Half-duplex',
      broadcast: 'Difusión (broadcast)'
    },
    p2pModes: {
      peer: 'Par (peer): descarga y comparte',
      leecher: 'Descarga (leecher)',
      seeder: 'Comparte (seeder)'
    }
  },
  client: {
    create: 'Nuevo equipo',
    edit: 'Editar {name}',
    duplicate: 'Nuevo equipo como {name}',
    another: 'Crear otro a continuación',
    macHint: 'Con dos puntos, guiones, puntos o sin nada.',
    macStored: 'Se guardará como {mac}',
    subnetHint: 'La que contiene la IP se elige sola.',
    subnetNone: 'Ninguna subred del inventario contiene esta IP.',
    subnetOfUnit: 'Ninguna elegida: la IP debe ser de la red de «{name}» ({network}, máscara {netmask}).',
    boot: 'Repositorio y arranque',
    bootHint: 'Lo que se deja en blanco se hereda de su aula.',
    hardware: 'Hardware y agente',
    fields: {
      unit: 'Pertenece a',
      name: 'Nombre',
      mac: 'MAC',
      ip: 'IP',
      subnet: 'Subred',
      serialNumber: 'Nº de serie',
      networkInterface: 'Interfaz de red',
      ogLive: 'OgLive',
      pxeTemplate: 'Plantilla PXE',
      repository: 'Repositorio',
      agentPort: 'Puerto de ogAgent'
    }
  },
  subnet: {
    new: 'Nueva subred…',
    create: 'Nueva subred',
    edit: 'Editar {name}',
    fields: { name: 'Nombre', address: 'Dirección de red', netmask: 'Máscara de red', routerIp: 'Router' }
  },
  repository: {
    new: 'Nuevo repositorio…',
    create: 'Nuevo repositorio',
    edit: 'Editar {name}',
    fields: { name: 'Nombre', ip: 'IP', port: 'Puerto', path: 'Ruta de las imágenes en el repositorio' }
  },
  probe: {
    action: 'Probar conexión',
    hint: 'Muestra el certificado del repositorio antes de confiar en él. Sin probar, se fijará el de la primera conexión.',
    hintPinned: 'Comprueba quién responde y si su certificado es el fijado.',
    answers: 'El repositorio responde en {address}.',
    isPinned: 'Es el certificado que ya estaba fijado.',
    differs: 'No es el certificado fijado, cuya huella es:',
    trust: 'Confiar en este certificado: se fijará al guardar'
  },
  certificate: {
    title: 'Certificado que presenta',
    fingerprint: 'Huella SHA-256',
    subject: 'Emitido para',
    issuer: 'Emitido por',
    validity: 'Validez',
    fromTo: 'del {from} al {to}',
    expired: 'Este certificado caducó el {date}.',
    notYet: 'Este certificado no es válido hasta el {date}.'
  },
  image: {
    edit: 'Editar imagen {name}',
    nameStays: 'El nombre canónico es el de su fichero y no cambia.'
  },
  removeRow: {
    subnet: '¿Eliminar la subred «{name}»?',
    repository: '¿Eliminar el repositorio «{name}»?',
    inUse: 'No se puede eliminar: está en uso',
    units: '1 unidad | {n} unidades',
    clients: '1 equipo | {n} equipos',
    images: '1 imagen | {n} imágenes',
    first: {
      subnet: 'Asigne antes otra subred a estos equipos.',
      repository: 'Asígneles antes otro repositorio.'
    },
    free: {
      subnet: 'Ningún equipo pertenece a esta subred. Podrá deshacerlo mientras la consola siga abierta.',
      repository:
        'No lo usa ninguna unidad, equipo ni imagen. Sus ficheros no se tocan. Podrá deshacerlo mientras la consola siga abierta.'
    }
  },
  removeImage: {
    title: '¿Eliminar la imagen «{name}»?',
    where: '{file}, en {repository}',
    question: 'Qué hacer con su fichero',
    fates: {
      keep: 'Eliminar solo el registro',
      trash: 'Mover también el fichero a la papelera del repositorio',
      permanent: 'Eliminar también el fichero, para siempre'
    },
    explained: {
      keep: 'ogDesk deja de mostrar la imagen; el fichero sigue en el repositorio. Se puede deshacer.',
      trash: 'El fichero sigue ocupando espacio en el repositorio y se puede restaurar con su registro.',
      permanent: 'El repositorio borra el fichero y libera su espacio. No se puede deshacer.'
    },
    noFullsum:
      'No se conoce el fullsum de esta imagen, así que el repositorio no puede identificar su fichero.',
    understood: 'Entiendo que {file} se borrará para siempre'
  },
  trash: {
    open: 'Papelera…',
    see: 'Ver papelera',
    title: 'Papelera del repositorio',
    subtitle: 'Ficheros de imágenes eliminadas que se pueden restaurar.',
    repository: 'Repositorio',
    empty: 'La papelera está vacía',
    emptyText: 'Aquí quedan los ficheros de las imágenes que se eliminan con la opción de papelera.',
    columns: { file: 'Fichero', size: 'Tamaño', fullsum: 'Fullsum', actions: 'Acciones' },
    remembered: 'Volverá con sus datos',
    forgotten: 'Se creará un registro nuevo',
    restore: 'Restaurar',
    restoreOf: 'Restaurar {name}'
  },
  move: {
    unit: 'Mover {name}',
    clients: 'Mover el equipo {name} | Mover {n} equipos',
    action: 'Mover',
    search: 'Buscar unidad',
    to: 'Mover a',
    top: 'Nivel superior',
    here: 'ya está aquí',
    itself: 'es la que se mueve',
    below: 'está dentro de la que se mueve',
    cannotHold: '{holder}: no puede contener un «{held}»',
    noMatch: 'Ninguna unidad coincide con la búsqueda.'
  },
  remove: {
    units: '¿Eliminar «{name}»? | ¿Eliminar {n} unidades?',
    clients: '¿Eliminar el equipo «{name}»? | ¿Eliminar {n} equipos?',
    action: 'Eliminar',
    empty: 'Está vacía: no contiene unidades ni equipos.',
    unitsGo: 'Se elimina 1 unidad | Se eliminan {n} unidades',
    clientsGo: 'Se elimina 1 equipo | Se eliminan {n} equipos',
    imagesStay:
      'Se conserva 1 imagen hecha con estos equipos | Se conservan {n} imágenes hechas con estos equipos',
    running: 'No se puede eliminar mientras haya tareas en marcha',
    scheduled: 'Se cancela 1 orden pendiente | Se cancelan {n} órdenes pendientes',
    job: '{client}: {command}',
    undoable: 'Las trazas se conservan. Podrá deshacerlo mientras la consola siga abierta.'
  },
  problems: {
    required: 'Este dato es necesario.',
    tooLong: 'Tiene {length} caracteres; el máximo es {max}.',
    ip: 'No es una dirección IPv4, como 192.168.2.10.',
    netmask: 'No es una máscara de red, como 255.255.255.0.',
    multicast: 'No es una dirección multicast (de 224.0.0.0 a 239.255.255.255).',
    whole: 'Escriba un número entero del {min} al {max}.',
    namePattern: 'Debe llevar un solo %d o %02d, y nada más que letras, números, puntos y guiones.',
    mac: 'No es una dirección MAC: son 12 cifras hexadecimales, como 08:00:27:4F:BE:38.',
    unit: 'Elija la unidad a la que pertenece.',
    target: 'Elija adónde.',
    nameTaken: 'En «{unit}» ya hay un equipo que se llama {client}.',
    macTaken: 'La MAC {value} ya es del equipo {client}, en «{unit}».',
    ipTaken: 'La IP {value} ya es del equipo {client}, en «{unit}».',
    outside: 'No está en la subred «{name}» ({network}, máscara {netmask}).',
    networkAddress: 'Es la dirección de la propia subred «{name}».',
    routerAddress: 'Es la dirección del router de la subred «{name}».',
    outsideOfUnit: 'No está en la red de «{name}» ({network}, máscara {netmask}).',
    networkAddressOfUnit: 'Es la dirección de la propia red de «{name}».',
    routerAddressOfUnit: 'Es la dirección del router de «{name}».',
    notNetwork: '{address} no es la dirección de la red: con esta máscara es {network}.',
    subnetTaken: 'La red {address} ya es la de la subred «{name}».',
    leftOutside:
      'Quedaría fuera 1 equipo de la subred: {names}. | Quedarían fuera {n} equipos de la subred: {names}.',
    routerOutside: 'No está en la red {address}, máscara {netmask}.',
    repositoryAddressTaken: 'La dirección {address} ya es del repositorio «{name}».',
    repositoryTaken: 'Ya hay un repositorio que se llama «{name}».',
    unitTaken: 'Aquí ya hay una unidad que se llama «{name}».'
  }
}
export default es

type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> }
export type Messages = Texts<typeof es>
