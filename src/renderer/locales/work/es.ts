/** Messages of the work: creating an image, the images, the traces. Spanish decides which keys exist. */
const es = {
  common: {
    copy: 'Copiar',
    copied: 'Copiado',
    copyFailed: 'No se ha podido copiar',
    copyThing: 'Copiar {thing}',
    retry: 'Reintentar',
    perPage: 'Elementos por página:'
  },
  createImage: {
    title: 'Crear imagen desde modelo',
    client: 'Equipo modelo: {name} ({ip})',
    backToClient: 'Volver a {name}',
    save: 'Guardar y ejecutar',
    saving: 'Enviando la orden a {client}… La respuesta puede tardar unos segundos.',
    ready: 'Todo listo para crear la imagen.',
    sections: {
      image: 'Imagen',
      partition: 'Seleccionar partición',
      data: 'Descripción de la imagen',
      checks: 'Comprobaciones previas',
      call: 'Llamada al ogAgent'
    },
    fields: {
      name: 'Nombre canónico',
      nameHint: 'Letras sin acento, números, «_» y «-». Será el nombre del fichero en el repositorio.',
      nameFile: 'Fichero en el repositorio: {file}',
      nameLocked: 'Se vuelve a crear una imagen que ya existe: conserva su nombre.',
      existing: 'Imagen creada previamente',
      existingHint: 'En blanco: se crea una imagen nueva. Elija una imagen para volver a crearla.',
      existingChosen: 'El fichero de la imagen en el repositorio se sustituirá por el nuevo.',
      existingFailed: 'La creación de esta imagen falló: se volverá a intentar con la misma.',
      existingNone: 'Este repositorio todavía no tiene imágenes.',
      existingBusy: 'Otra tarea la está creando',
      description: 'Descripción',
      type: 'Tipo',
      version: 'Versión',
      architecture: 'Arquitectura',
      repository: 'Repositorio',
      repositoryNone: 'No hay ningún repositorio. Créelo en «Repositorios».'
    },
    nameProblems: {
      empty: 'Escriba un nombre canónico.',
      'too-long': 'El nombre no puede pasar de {max} caracteres.',
      characters: 'Solo letras sin acento, números, «_» y «-»; sin espacios.',
      taken: 'Ya hay una imagen «{name}» en este repositorio.'
    },
    recreate: 'Volver a crear «{name}»',
    partitions: {
      caption: 'Particiones de {client}; elija la que quiere convertir en imagen',
      choose: 'Elegir',
      chooseRow: 'Disco {disk}, partición {partition}: {what}',
      disk: 'Disco',
      partition: 'Partición',
      type: 'Tipo',
      fileSystem: 'Sistema de ficheros',
      size: 'Tamaño',
      usage: 'Uso',
      system: 'SO',
      noSystem: 'sin sistema operativo',
      empty: 'No se conocen las particiones de este equipo',
      emptyText:
        'Sin ellas no se puede elegir qué convertir en imagen. El ogAgent las comunica cuando el equipo arranca con ogLive.',
      noneCloneable: 'Ninguna partición de este equipo se puede convertir en imagen.'
    },
    checks: {
      again: 'Volver a comprobar',
      summaryRunning: 'Comprobando…',
      summaryPassed: 'Todo correcto',
      summaryFailed: 'Hay una comprobación que no se cumple | Hay {n} comprobaciones que no se cumplen'
    },
    call: {
      intro: 'Lo que ogDesk enviará al ogAgent de {client}:',
      pending: 'Se mostrará cuando haya nombre, repositorio y partición.',
      label: 'Llamada que se enviará, en forma de orden curl',
      copy: 'Copiar la llamada'
    },
    blocked: {
      loading: 'Espere a que se carguen los datos del equipo.',
      name: 'Falta un nombre canónico válido.',
      repository: 'Falta elegir el repositorio.',
      partition: 'Falta seleccionar la partición.',
      checking: 'Espere a que terminen las comprobaciones.',
      checks: 'Hay comprobaciones que no se cumplen.',
      checksBroken: 'No se han podido terminar las comprobaciones; pulse «Volver a comprobar».',
      saving: 'Se está enviando la orden.'
    },
    done: 'ogAgent ha recibido la orden y está creando la imagen «{name}».',
    seeTrace: 'Ver traza',
    failed: {
      title: 'No se ha podido iniciar la creación de la imagen',
      kept: 'El formulario conserva todos los datos. Corrija la causa y reintente: se usará la misma imagen «{name}».',
      keptPlain: 'El formulario conserva todos los datos. Corrija la causa y reintente.',
      trace: 'Ver la traza {id}'
    },
    clientMissing: 'No existe ese equipo',
    clientMissingText: 'Puede que lo hayan eliminado. Elija otro en «Grupos».',
    toGroups: 'Ir a Grupos'
  },
  images: {
    title: 'Administrar imágenes',
    search: 'Buscar nombre de imagen',
    columns: {
      id: 'ID',
      name: 'Nombre de imagen',
      repository: 'Repositorio',
      state: 'Estado',
      fullsum: 'Fullsum',
      size: 'Tamaño',
      created: 'Fecha de creación',
      actions: 'Acciones'
    },
    empty: 'Todavía no hay imágenes',
    emptyText:
      'Para crear la primera, abra en «Grupos» el equipo que hará de modelo y elija «Crear imagen» en su menú «Comandos».',
    toGroups: 'Ir a Grupos',
    noMatch: 'Ninguna imagen se llama así',
    noMatchText: 'No hay imágenes cuyo nombre contenga «{search}».',
    clearSearch: 'Borrar la búsqueda',
    see: 'Ver detalle de {name}',
    retryAux: 'Regenerar ficheros auxiliares',
    retryAuxOf: 'Regenerar los ficheros auxiliares de {name}',
    retryAuxSent: 'El repositorio ha recibido la orden y está generando los ficheros auxiliares de «{name}».',
    copyFullsum: 'Copiar el fullsum de {name}',
    progressOf: 'Progreso de «{name}»',
    unknownRepository: 'Repositorio eliminado'
  },
  image: {
    title: 'Imagen {name}',
    number: 'Imagen n.º {number}',
    backToList: 'Volver a Imágenes',
    data: 'Datos de la imagen',
    origin: 'Origen',
    traces: 'Trazas de la imagen',
    noTraces: 'No hay trazas de esta imagen.',
    states: {
      'in-progress': 'La imagen está en proceso de creación: el ogAgent está trabajando en ella.',
      'aux-files-pending':
        'La imagen ha sido creada en el repositorio, pero aún no se han generado los ficheros auxiliares ni se ha devuelto el fullsum, que será su identificador único.',
      success:
        'La imagen ha sido creada correctamente. Se encuentra en el repositorio de imágenes, con sus ficheros asociados generados satisfactoriamente.',
      failed: 'La imagen no ha podido ser creada, por algún error en el proceso.'
    },
    failedAux:
      'El fichero de la imagen está en el repositorio, pero no se han podido generar sus ficheros auxiliares. Puede pedirlos otra vez sin repetir la imagen.',
    fields: {
      name: 'Nombre canónico',
      description: 'Descripción',
      type: 'Tipo',
      version: 'Versión',
      architecture: 'Arquitectura',
      repository: 'Repositorio',
      file: 'Fichero',
      size: 'Tamaño',
      fullsum: 'Fullsum',
      uuid: 'Identificador',
      created: 'Fecha de creación',
      updated: 'Último cambio',
      ready: 'Completada',
      client: 'Equipo modelo',
      disk: 'Disco',
      partition: 'Partición',
      code: 'Tipo de partición'
    },
    missing: 'No existe esa imagen',
    missingText: 'Puede que la hayan eliminado. Búsquela en el listado de imágenes.',
    clientGone: 'Equipo eliminado',
    recreate: 'Volver a crear'
  },
  traces: {
    title: 'Trazas de comandos y procedimientos',
    columns: {
      id: 'ID',
      command: 'Comando',
      client: 'Cliente',
      state: 'Estado',
      job: 'Hilo de trabajo',
      scheduled: 'Programación de ejecución',
      finished: 'Finalización'
    },
    filters: {
      label: 'Filtros de las trazas',
      client: 'Buscar nombre de cliente',
      command: 'Seleccione un comando',
      state: 'Estado',
      reset: 'Reiniciar filtros'
    },
    empty: 'Todavía no hay trazas',
    emptyText:
      'Aquí aparecerá cada orden enviada a un equipo o a un repositorio, con su estado y su resultado.',
    noMatch: 'Ninguna traza cumple los filtros',
    noMatchText: 'Cambie los filtros o reinícielos para verlas todas.',
    progressOf: 'Progreso de la traza {id}',
    running: 'En marcha desde hace {elapsed}',
    waiting: 'Sin noticias de progreso todavía',
    orphans: {
      title: 'Avisos sin traza',
      count: '{n} aviso | {n} avisos',
      intro:
        'Avisos que han llegado de una tarea que ogDesk no conoce; no han cambiado ningún estado. Suelen venir de tareas iniciadas por otra consola.',
      received: 'Recibido',
      from: 'Procedencia',
      path: 'Ruta',
      job: 'Hilo de trabajo',
      body: 'Contenido',
      seeBody: 'Ver el contenido del aviso de {job}'
    }
  },
  drawer: {
    title: 'Trazas',
    close: 'Cerrar el panel de trazas',
    running: 'En marcha',
    nothingRunning: 'No hay ninguna tarea en marcha.',
    latest: 'Últimas finalizadas',
    empty: 'Todavía no hay trazas',
    emptyText: 'Cuando envíe una orden, podrá seguirla aquí hasta que termine.',
    all: 'Ver todas las trazas',
    elapsed: 'Tiempo transcurrido: {elapsed}',
    lasted: 'Duración: {elapsed}',
    unseen: 'Sin ver'
  },
  trace: {
    title: 'Traza {id}',
    backToList: 'Volver a Trazas',
    summary: 'Resumen',
    fields: {
      command: 'Comando',
      client: 'Cliente',
      repository: 'Repositorio',
      image: 'Imagen',
      job: 'Hilo de trabajo',
      parent: 'Viene de',
      children: 'Continúa en',
      scheduled: 'Programación de ejecución',
      started: 'Inicio',
      finished: 'Finalización',
      lasted: 'Duración',
      elapsed: 'En marcha desde hace',
      deadline: 'Se dará por perdida',
      deadlineHint: 'si no hay noticias antes'
    },
    parentLink: 'Traza {id}: {command}',
    askedStates: { answers: 'responde', silent: 'no responde' },
    history: 'Historial',
    historyEmpty: 'Todavía no ha pasado nada.',
    moreProgress: 'Ver {n} aviso de progreso más | Ver {n} avisos de progreso más',
    lessProgress: 'Ver menos avisos de progreso',
    showRaw: 'Ver en bruto',
    hideRaw: 'Ocultar',
    rawOf: 'Contenido en bruto de: {sentence}',
    copyRaw: 'Copiar el contenido en bruto',
    input: 'Entrada',
    inputHint: 'Los parámetros enviados, tal como viajan por la red.',
    output: 'Salida',
    outputHint: 'El resultado recibido, tal como llegó por la red.',
    inputEmpty: 'No hay parámetros guardados.',
    outputEmpty: 'Todavía no hay resultado.',
    outputNone: 'No se recibió ningún resultado.',
    missing: 'No existe esa traza',
    missingText: 'Búsquela en el listado de trazas.'
  }
}

type Sentences<T> = { readonly [K in keyof T]: T[K] extends string ? string : Sentences<T[K]> }
/** Every language has every sentence. */
export type WorkMessages = Sentences<typeof es>

export default es
