/** The window's own texts, in Spanish: the product's first language. The other languages must have every key of these. */
export const es = {
  app: {
    skip: 'Saltar al contenido',
    loading: 'Cargando…',
    retry: 'Reintentar',
    close: 'Cerrar',
    cancel: 'Cancelar',
    copy: 'Copiar {text}',
    showDetail: 'Ver detalle',
    hideDetail: 'Ocultar detalle',
    showTrace: 'Ver traza',
    none: '—',
    language: 'Idioma: {language}',
    languages: { es: 'Español', en: 'English', ca: 'Català' },
    menu: {
      label: 'Menú principal',
      expand: 'Desplegar el menú',
      collapse: 'Plegar el menú',
      groups: 'Grupos',
      discovered: 'Descubiertos',
      traces: 'Trazas',
      batches: 'Órdenes',
      scripts: 'Scripts',
      subnets: 'Subredes',
      images: 'Imágenes',
      repositories: 'Repositorios',
      audit: 'Auditoría',
      settings: 'Ajustes'
    },
    bell: {
      label: 'Trazas',
      running: '{n} en curso',
      unseen: '{n} sin ver'
    },
    connection: {
      lost: 'La consola no responde. Lo que ve puede estar anticuado; se reintenta la conexión cada 2 segundos.'
    },
    failures: {
      'console-lost': 'La consola no responde. Espere a que se recupere la conexión y vuelva a intentarlo.',
      unexpected: 'Ha ocurrido un error inesperado. Vuelva a intentarlo; si se repite, consulte el detalle.'
    },
    webhook: {
      title: 'Servidor de avisos',
      what: 'Los equipos y los repositorios comunican aquí el progreso y el resultado de sus tareas (webhooks). Deben poder llegar a esta dirección.',
      states: {
        starting: 'Avisos: iniciando',
        listening: 'Avisos: puerto {port}',
        failed: 'Avisos: error',
        stopped: 'Avisos: detenido'
      },
      doubtful: 'hay advertencias',
      retries: 'ogDesk vuelve a intentarlo por su cuenta.',
      serves: '{name} ({count} equipo) | {name} ({count} equipos)',
      test: 'Probar',
      testHint:
        'La consola se llama a sí misma por TLS en cada dirección. No comprueba lo que haya entre este puesto y las aulas, como un cortafuegos.',
      kinds: {
        lan: 'red local',
        vpn: 'túnel o VPN',
        virtual: 'red virtual',
        loopback: 'solo este puesto'
      },
      tests: {
        answers: 'Responde con el certificado de ogDesk ({milliseconds} ms).',
        another: 'Responde otro programa: el certificado no es el de ogDesk.',
        silent: 'No responde.',
        failed: 'No se ha podido conectar: {text}'
      },
      warnings: {
        'loopback-only':
          'Solo escucha en {host}: ningún equipo de la red puede llegar. Elija 0.0.0.0 en Ajustes para escuchar en todas las direcciones.',
        'no-network': 'Este puesto no está conectado a ninguna red: los equipos no pueden llegar.',
        'other-address':
          'Solo escucha en {host}, que no está en la red de: {classrooms}. Elija en Ajustes la dirección de esa red, o 0.0.0.0.',
        'by-vpn':
          'A {classrooms} solo se llega por {interface}, un túnel o una red virtual: compruebe que los equipos pueden volver por ahí.',
        'by-router':
          'Este puesto no tiene dirección en la red de: {classrooms}. Sus equipos llegarán por el enrutador, si este deja pasar el puerto {port}.',
        'never-reported':
          'Hay equipos que han aceptado tareas y ninguno ha enviado nunca un aviso. Compruebe que el cortafuegos de este puesto deja entrar por el puerto {port} (TCP).'
      },
      addresses: 'Direcciones a las que deben conectarse',
      fingerprint: 'Huella SHA-256 del certificado',
      another: 'Usar otro puerto',
      port: 'Puerto',
      host: 'Dirección de escucha',
      usePort: 'Usar este puerto',
      portRule: 'Un número del 1 al 65535.',
      hostRule: 'Escriba una dirección IP de este puesto, o 0.0.0.0 para todas.',
      moved: 'El servidor de avisos escucha en el puerto {port}.',
      bannerTitle: 'La consola no puede recibir avisos',
      bannerText: 'Mientras tanto no se sabrá cómo van las tareas ni si han terminado.'
    },
    storage: {
      bannerTitle: 'La consola no puede guardar nada',
      bannerText:
        'Mientras tanto no se empieza ninguna tarea, y a los equipos que avisan se les responde con un error. La consola sigue por sí sola en cuanto el disco lo permita.'
    }
  },
  unitTypes: {
    centre: 'Centro',
    'classroom-group': 'Grupo de aulas',
    classroom: 'Aula',
    'client-group': 'Grupo de ordenadores'
  },
  groups: {
    tree: 'Centros',
    breadcrumb: 'Ruta de la unidad organizativa',
    choose: 'Elija una unidad organizativa para ver sus equipos.',
    unknownUnit: 'Esta unidad organizativa ya no existe.',
    computers: 'Ningún equipo | 1 equipo | {n} equipos',
    router: 'Router',
    netmask: 'Máscara de red',
    dns: 'DNS',
    ntp: 'NTP',
    subnets: 'Subredes',
    repository: 'Repositorio',
    ogLive: 'OgLive',
    pxe: 'Plantilla PXE',
    location: 'Ubicación',
    comments: 'Comentarios',
    counts: 'Equipos por estado; pulse uno para ver solo esos',
    legend: 'Leyenda',
    legendText: {
      off: 'No responde a la red: apagado o desconectado.',
      initializing: 'Está arrancando; ogAgent aún no atiende.',
      'og-live': 'En ogLive y libre: listo para trabajar con sus discos.',
      linux: 'Ha arrancado el Linux instalado; nadie ha iniciado sesión.',
      'linux-session': 'Linux instalado, con un usuario dentro.',
      windows: 'Ha arrancado el Windows instalado; nadie ha iniciado sesión.',
      'windows-session': 'Windows instalado, con un usuario dentro.',
      macos: 'Ha arrancado el macOS instalado; nadie ha iniciado sesión.',
      'macos-session': 'macOS instalado, con un usuario dentro.',
      busy: 'Está haciendo una tarea, como crear una imagen.',
      unknown: 'Todavía no se le ha preguntado, o ha respondido algo que no se entiende.'
    },
    view: {
      label: 'Modo de vista',
      cards: 'Ver como tarjetas',
      table: 'Ver como tabla',
      plan: 'Ver como plano'
    },
    filters: {
      label: 'Filtros de equipos',
      name: 'Buscar nombre de cliente',
      ip: 'Buscar IP',
      mac: 'Buscar MAC',
      parent: 'Padre',
      reset: 'Reiniciar filtros'
    },
    columns: {
      id: 'ID',
      name: 'Nombre del cliente',
      state: 'Estado',
      unit: 'Pertenece a',
      ogLive: 'OgLive',
      subnet: 'Subred',
      pxe: 'Plantilla PXE',
      actions: 'Acciones'
    },
    show: 'Visualizar',
    showOf: 'Visualizar {name}',
    createImage: 'Crear imagen',
    createImageOf: 'Crear imagen desde {name}',
    checked: 'Comprobado {ago}',
    justChecked: 'Comprobado hace menos de 1 minuto',
    notChecked: 'Sin comprobar todavía',
    noClients: 'No hay equipos en esta unidad',
    noClientsText: 'Créelos con «Nuevo equipo», o impórtelos de un fichero de inventario.',
    noMatch: 'Ningún equipo coincide con los filtros',
    noMatchText: 'Cambie los filtros o reinícielos para ver todos los equipos.'
  },
  importer: {
    title: 'Todavía no hay ningún equipo',
    text: 'Para empezar, importe sus equipos: del dhcpd.conf, de Kea, de dnsmasq, de una hoja de cálculo, de la base de datos de OpenGnsys o de otro ogDesk. O cargue el ejemplo para conocer la consola, o cree un centro a mano.',
    example: 'Cargar el ejemplo Centro Demo',
    done: 'Inventario cargado. Equipos: {clients}, unidades: {units}, subredes: {subnets}, repositorios: {repositories}.'
  },
  client: {
    data: 'Datos de cliente',
    notFound: 'Este equipo ya no existe',
    notFoundText: 'Puede que se haya eliminado desde otra ventana.',
    backToGroups: 'Volver a Grupos',
    commands: 'Comandos',
    createImage: 'Crear imagen',
    refresh: 'Actualizar estado',
    fields: {
      name: 'Nombre',
      ip: 'IP',
      mac: 'MAC',
      serialNumber: 'Nº de serie',
      networkInterface: 'Netiface',
      ogLive: 'OgLive',
      pxe: 'Pxe',
      subnet: 'Subred',
      repository: 'Repositorio',
      unit: 'Pertenece a',
      state: 'Estado',
      agent: 'ogAgent',
      system: 'Sistema',
      session: 'Sesión',
      reported: 'Último aviso'
    },
    inherited: 'heredado de {from}',
    since: 'desde {since}',
    agentVersion: 'versión {version}, puerto {port}',
    agentUnknown: 'versión desconocida, puerto {port}',
    unverified: 'sin verificar',
    unverifiedText:
      'La conexión va cifrada, pero nada prueba que quien responde sea este equipo: todos los ogAgent públicos llevan el mismo certificado.',
    verified: 'verificada con la CA del centro',
    job: 'Tarea en curso',
    jobTrace: 'Ver traza',
    disks: 'Discos/Particiones',
    columns: {
      disk: 'Disco',
      partition: 'Partición',
      type: 'Tipo',
      fileSystem: 'Sistema de ficheros',
      size: 'Tamaño',
      usage: 'Uso',
      system: 'SO'
    },
    wholeDisk: 'Disco entero',
    noFileSystem: 'Sin sistema de ficheros',
    noPartitions: 'Todavía no se conocen sus discos',
    noPartitionsText:
      'Las particiones aparecen cuando el equipo las comunica o al importarlas con el inventario.',
    chart: 'Disco {disk}',
    chartTable: 'Disco {disk} · {table}',
    chartAlt: 'Reparto del disco {disk}, de {size}: {parts}.',
    partName: 'Partición {partition}',
    free: 'Sin particionar',
    lessThanOne: '< 1 %'
  },
  subnets: {
    title: 'Subredes',
    subtitle: 'Redes de las aulas, tal como están en el inventario.',
    columns: {
      name: 'Nombre',
      address: 'Dirección',
      netmask: 'Máscara de red',
      router: 'Router',
      clients: 'Equipos',
      created: 'Fecha de creación'
    },
    empty: 'Todavía no hay subredes',
    emptyText: 'Créela con «Nueva subred», o impórtela con el inventario, en Grupos.',
    goToGroups: 'Ir a Grupos'
  },
  repositories: {
    title: 'Repositorios',
    subtitle: 'Servidores donde se guardan las imágenes.',
    columns: {
      name: 'Nombre',
      address: 'Dirección',
      path: 'Ruta de las imágenes',
      certificate: 'Certificado',
      check: 'Comprobación',
      actions: 'Acciones'
    },
    check: 'Comprobar',
    checkOf: 'Comprobar {name}',
    answers: 'Responde',
    answersNot: 'No responde bien',
    notChecked: 'Sin comprobar',
    pinned: 'Fijado el {date}',
    notPinned: 'Se fijará en la primera conexión',
    pinnedFingerprint: 'Huella conocida',
    pinnedSince: 'Fijada el {date}',
    presentedFingerprint: 'Huella que presenta ahora',
    trust: 'Confiar en el nuevo certificado',
    trustTitle: '¿Confiar en el nuevo certificado de {name}?',
    trustText:
      'Hágalo solo si el administrador del repositorio confirma que ha cambiado el certificado y que su huella es ahora la segunda:',
    trusted: 'El certificado nuevo de {name} queda fijado.',
    empty: 'Todavía no hay repositorios',
    emptyText: 'Créelo con «Nuevo repositorio», o impórtelo con el inventario, en Grupos.',
    goToGroups: 'Ir a Grupos'
  },
  settings: {
    title: 'Ajustes',
    language: 'Idioma',
    theme: 'Apariencia',
    themes: { system: 'La del sistema', light: 'Clara', dark: 'Oscura' },
    webhook: 'Servidor de avisos',
    apply: 'Aplicar',
    security: 'Seguridad de los avisos',
    checkSource: 'Aceptar avisos solo desde la dirección del equipo o del repositorio',
    checkSourceText:
      'Así nadie puede dar por terminada la tarea de otro. Desactívelo si los equipos salen a la red con otra dirección, por ejemplo detrás de un NAT.',
    checkSourceOff:
      'Desactivado: cualquier máquina que llegue a este puerto y conozca un hilo de trabajo puede cambiar su resultado.',
    about: 'Acerca de ogDesk',
    version: 'Versión',
    host: 'Modo',
    hosts: { electron: 'Aplicación de escritorio', headless: 'Servidor sin ventana, en el navegador' },
    dataDirectory: 'Carpeta de datos'
  }
}

type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> }
/** Every language has every text. */
export type Messages = Texts<typeof es>
