/** Commands, their targets, and the batches that come of them, in Spanish. The names of commands are in the shared messages. */
const es = {
  menu: {
    label: 'Comandos',
    of: 'Comandos para {name}',
    giveTo: '{command}: {name}',
    computersOf: '{target} | 1 equipo de {target} | {n} equipos de {target}',
    noTargets: 'Aquí no hay equipos',
    oneOnly: 'Elija un solo equipo como modelo',
    /** Why a command would reach nobody now; `n` is the number of computers. */
    nobody: {
      'og-live': 'No está en ogLive | Ninguno está en ogLive',
      system: 'Sin sistema arrancado o sin secreto',
      any: 'No responde: se puede dejar en espera | Ninguno responde: se puede dejar en espera',
      wake: 'Ya está encendido | Ya están todos encendidos'
    }
  },
  /** Other words by which a command is found. */
  keywords: {
    'power-on': 'arrancar despertar wol wake on lan',
    'power-off': 'desconectar poweroff halt',
    reboot: 'rearrancar reset',
    login: 'arrancar entrar sistema',
    'deploy-image': 'restaurar clonar instalar volcar',
    'delete-cached-image': 'borrar quitar caché',
    'partition-and-format': 'discos formato tabla configurar',
    'software-inventory': 'programas aplicaciones instalado',
    'hardware-inventory': 'componentes memoria procesador',
    message: 'aviso popup comunicar',
    logout: 'salir expulsar usuario',
    'run-script': 'lanzar programa bash',
    refresh: 'particiones discos leer'
  },
  doors: { 'og-live': 'por ogLive', system: 'por su sistema', wake: 'con un paquete mágico' },
  dialog: {
    when: 'Cuándo',
    moments: {
      now: 'Ahora',
      at: 'A una hora',
      'next-report': 'Cuando el equipo se conecte'
    },
    momentHints: {
      at: 'Se ejecuta a esa hora si ogDesk está abierto; si no, al abrirlo.',
      'next-report': 'Cada equipo la recibe la próxima vez que se encienda y avise a la consola.'
    },
    date: 'Fecha',
    time: 'Hora',
    past: 'Elija una fecha y una hora que no hayan pasado.',
    targets: 'Equipos',
    checking: 'Preguntando a los equipos: {done} de {total}',
    takePart: 'Participan ({n})',
    leftOut: 'Se quedan fuera ({n})',
    noneTakes: 'Ninguno de los equipos puede recibir la orden ahora.',
    waitInstead: 'Puede dejarla en espera: elija «Cuando el equipo se conecte».',
    warned: '1 equipo con avisos | {n} equipos con avisos',
    understood:
      'Entiendo que se perderán los datos de 1 equipo | Entiendo que se perderán los datos de {n} equipos',
    verbs: {
      'power-on': 'Encender {computers}',
      'power-off': 'Apagar {computers}',
      reboot: 'Reiniciar {computers}',
      login: 'Iniciar sesión en {computers}',
      logout: 'Cerrar la sesión de {computers}',
      message: 'Enviar el mensaje a {computers}',
      'run-script': 'Ejecutar en {computers}',
      'delete-cached-image': 'Eliminar de la caché de {computers}',
      'hardware-inventory': 'Inventariar el hardware de {computers}',
      'software-inventory': 'Inventariar el software de {computers}',
      refresh: 'Actualizar {computers}',
      'deploy-image': 'Desplegar en {computers}',
      'partition-and-format': 'Particionar {computers}'
    },
    later: {
      at: 'Programar para {computers}',
      'next-report': 'Dejar en espera para {computers}'
    },
    computers: 'ningún equipo | 1 equipo | {n} equipos'
  },
  forms: {
    place: 'Disco y partición',
    placeOption: 'Disco {disk}, partición {partition} · {system}',
    placeCount: 'en {n} de {total} equipos',
    placeLoading: 'Leyendo las particiones de los equipos…',
    placeNone:
      'No se conoce ninguna partición con un sistema instalado. Use antes «Actualizar» con los equipos en ogLive.',
    messageTitle: 'Título',
    messageText: 'Mensaje',
    preview: 'Así lo verá el usuario',
    previewNoTitle: 'Mensaje',
    messageRequired: 'Escriba el mensaje.',
    imageName: 'Imagen',
    imageHint: 'Se borra de la caché local de los equipos; en el repositorio no se toca.',
    imageRequired: 'Escriba o elija el nombre de la imagen.',
    script: 'Script',
    scriptHint: 'En ogLive lo ejecuta root; en un sistema instalado, su ogAgent como administrador.',
    scriptRequired: 'Escriba el script.',
    scriptName: 'Nombre',
    scriptNameHint: 'Para reconocer la orden después.',
    library: 'De la biblioteca',
    typed: 'Escrito ahora',
    libraryEmpty: 'La biblioteca está vacía: escriba el script aquí o guárdelo en «Scripts».',
    inSession: 'En la sesión del usuario que está sentado',
    inSessionHint: 'Solo en sistemas instalados con alguien dentro; en ogLive no cambia nada.',
    finalScript: 'Lo que se ejecutará'
  },
  batchStates: {
    waiting: 'En espera',
    running: 'En curso',
    paused: 'En pausa',
    unconfirmed: 'Pendiente de confirmar',
    done: 'Terminada',
    failed: 'Terminada con errores',
    cancelled: 'Cancelada'
  },
  batches: {
    title: 'Órdenes',
    subtitle:
      'Comandos para uno o muchos equipos: los que esperan, los que están en marcha y cómo terminaron.',
    sections: {
      unconfirmed: 'Pendientes de confirmar',
      running: 'En curso',
      waiting: 'En espera',
      done: 'Terminadas'
    },
    empty: 'Todavía no hay órdenes',
    emptyText:
      'Elija equipos o un aula en «Grupos» y dé una orden con el menú «Comandos». Aquí verá cómo va.',
    toGroups: 'Ir a Grupos',
    badge: 'órdenes pendientes de confirmar',
    name: '{command}: {target}',
    number: 'Orden {number}',
    progressOf: 'Progreso de la orden {number}',
    actionsOf: 'Acciones de la orden {number}'
  },
  batch: {
    back: 'Volver a Órdenes',
    missing: 'No existe esa orden',
    missingText: 'Puede que la hayan quitado de la lista. Sus trazas siguen en «Trazas».',
    asked: 'Qué se pidió',
    computers: 'Equipos',
    filter: 'Equipos por estado; pulse uno para ver solo esos',
    columns: {
      client: 'Equipo',
      state: 'Estado',
      reason: 'Motivo',
      time: 'Tiempo',
      trace: 'Traza'
    },
    traceLink: 'Traza {id}',
    traceLabel: 'Traza {id} de {client}',
    progressOf: 'Progreso de {client}',
    gone: 'Equipo eliminado',
    waitsFor: {
      now: 'Espera su turno',
      at: 'Espera su hora',
      'next-report': 'Espera a que el equipo se conecte',
      paused: 'La orden está en pausa',
      unconfirmed: 'Espera su confirmación'
    },
    noMatch: 'Ningún equipo está en ese estado.',
    select: 'Seleccionar {client}',
    selectAll: 'Seleccionar todos los que se muestran',
    lasted: 'Duró {elapsed}',
    since: 'Desde hace {elapsed}',
    when: {
      at: 'Se ejecuta el {time}',
      next: 'Se ejecuta en cada equipo cuando se conecte',
      started: 'Empezó el {time}',
      finished: 'Terminó el {time}',
      lasted: 'duró {elapsed}'
    },
    facts: {
      moment: 'Cuándo',
      created: 'Creada',
      started: 'Inicio',
      finished: 'Finalización',
      retryOf: 'Reintento de',
      image: 'Imagen',
      place: 'Disco y partición',
      message: 'Mensaje',
      script: 'Script',
      protocol: 'Protocolo',
      disk: 'Disco'
    },
    placeText: 'disco {disk}, partición {partition}',
    retryLink: 'Orden {number}',
    retryUnknown: 'Otra orden',
    traces: 'Ver sus trazas',
    unconfirmed: {
      title: 'Esta orden necesita su confirmación',
      at: 'Debía ejecutarse el {time} ({ago}) y ogDesk no la ejecutó entonces. Como interrumpe o borra, no se hace tarde sin preguntar: ¿ejecutarla ahora?',
      other:
        'Lleva esperando desde el {time} ({ago}). Como interrumpe o borra, no se hace tan tarde sin preguntar: ¿ejecutarla ahora?',
      begun:
        'Empezó el {time} ({ago}) y después quedó parada, en pausa o con ogDesk cerrado. Como interrumpe o borra, no continúa tan tarde sin preguntar: ¿seguir con los equipos que faltan?',
      restored:
        'Viene de una copia de seguridad restaurada, o el reloj de este puesto ha cambiado desde que se ordenó (el {time}, {ago}). Así no se hace nada sin preguntar: ¿ejecutarla ahora?'
    }
  },
  actions: {
    pause: 'Pausar',
    resume: 'Continuar',
    cancel: 'Cancelar lo pendiente',
    cancelAll: 'Cancelar la orden',
    cancelPicked: 'Cancelar los elegidos ({n})',
    retry: 'Reintentar los fallidos ({n})',
    retryPicked: 'Reintentar los elegidos ({n})',
    reschedule: 'Cambiar la hora',
    runNow: 'Ejecutar ahora',
    remove: 'Quitar de la lista',
    cancelTitle: '¿Cancelar lo que no ha empezado?',
    cancelText:
      '1 equipo no recibirá la orden. Los que ya han empezado siguen hasta el final. | {n} equipos no recibirán la orden. Los que ya han empezado siguen hasta el final.',
    keep: 'No cancelar',
    runNowTitle: '¿Ejecutarla ahora?',
    rescheduleTitle: 'Cuándo se ejecuta',
    save: 'Guardar',
    done: {
      paused: 'La orden está en pausa: no empieza en más equipos.',
      resumed: 'La orden continúa.',
      asks: 'La orden lleva demasiado tiempo parada: confirme antes de continuar.',
      cancelled: 'Lo que no había empezado está cancelado.',
      rescheduled: 'La hora está cambiada.',
      runs: 'La orden se está ejecutando.',
      removed: 'La orden ya no está en la lista; sus trazas se conservan.',
      retried: 'Se vuelve a intentar con una orden nueva.'
    }
  },
  given: 'La orden está dada.',
  showBatch: 'Ver orden',
  traces: {
    ofBatch: 'De la orden: {name}',
    allTraces: 'Ver todas las trazas',
    batch: 'Orden'
  },
  drawer: { computers: '{done} de {total} equipos' },
  client: {
    doors: {
      'og-live': 'ogLive: acepta todas las órdenes de disco, inventario y encendido',
      busy: 'ogLive, ocupado: acepta otra orden cuando termine la suya',
      system: '{system}: acepta mensaje, apagar, reiniciar, cerrar sesión y script',
      off: 'Apagado: solo se puede encender',
      unknown: 'No se sabe cómo está: solo se puede encender',
      initializing: 'Está arrancando: espere a que termine',
      'no-secret': '{system}, sin secreto: no acepta órdenes. Lo entrega al arrancar; reinícielo a mano'
    },
    ask: 'Consultar',
    detail: 'Lo que dice su sistema',
    user: 'Usuario',
    nobody: 'Nadie',
    load: 'Carga',
    system: 'Sistema',
    agent: 'Versión de ogAgent',
    sessions: 'Sesiones'
  },
  settings: {
    title: 'Órdenes',
    text: 'Cuántos equipos trabajan a la vez y cuánto se espera a cada uno. En blanco vale lo habitual.',
    columns: {
      command: 'Comando',
      concurrency: 'Equipos a la vez',
      stagger: 'Entre uno y otro (ms)',
      deadlineMinutes: 'Plazo (min)'
    },
    fieldOf: '{field} de {command}',
    rules: {
      concurrency: 'De 1 a 1000',
      stagger: 'De 0 a 60000',
      deadlineMinutes: 'De 1 a 10080'
    },
    wake: 'Encendido por red',
    late: 'Órdenes atrasadas',
    wakeBy: 'Quién envía el paquete mágico',
    wakeByChoices: { console: 'Este puesto', repository: 'El repositorio de cada equipo' },
    interface: 'Interfaz de salida',
    interfaceAuto: 'La que elija el sistema',
    port: 'Puerto',
    portRule: 'Un número del 1 al 65535.',
    queueLimit: 'Horas tras las que se pregunta',
    queueLimitText:
      'Una orden que interrumpe o borra y que ha esperado más que esto no se ejecuta sin que alguien la confirme.',
    queueLimitRule: 'De 1 a 744 horas.',
    own: 'Valores propios por comando'
  }
}

export default es

type Sentences<T> = { readonly [K in keyof T]: T[K] extends string ? string : Sentences<T[K]> }
/** Every language has every sentence. */
export type Messages = Sentences<typeof es>
