/** Who did what, in Spanish. */
const es = {
  diagnostics: {
    title: 'Diagnóstico',
    text: 'Un texto con versiones, sistema, ajustes, estado y las últimas líneas del registro, para quien le ayude. No contiene secretos, pero sí nombres y direcciones de equipos.',
    copy: 'Copiar informe de diagnóstico',
    save: 'Guardar como fichero',
    copied: 'El informe de diagnóstico está en el portapapeles.',
    notCopied: 'No se ha podido copiar el informe. Guárdelo como fichero.',
    level: 'Qué se anota en el registro',
    levels: {
      info: 'Todo',
      warn: 'Advertencias y errores',
      error: 'Solo errores'
    }
  },
  title: 'Auditoría',
  subtitle: 'Quién ha hecho qué y a qué equipos. Nada de lo anotado aquí se puede cambiar ni borrar.',
  filters: 'Filtros de la auditoría',
  text: 'Buscar',
  textHint: 'Equipo, aula, imagen, valor…',
  user: 'Usuario',
  action: 'Acción',
  from: 'Desde',
  until: 'Hasta',
  dangerousOnly: 'Solo lo peligroso',
  reset: 'Quitar filtros',
  refresh: 'Actualizar',
  csv: 'Exportar a CSV',
  json: 'Exportar a JSON',
  exported: 'El archivo «{file}» está listo: 1 anotación. | El archivo «{file}» está listo: {n} anotaciones.',
  found: 'Ninguna anotación | 1 anotación | {n} anotaciones',
  shown: 'Se muestran las {shown} más recientes; filtre o exporte para ver las demás.',
  empty: 'Todavía no hay nada anotado',
  emptyText: 'Aquí aparecerá cada cambio y cada orden, con su autor.',
  noMatch: 'Ninguna anotación coincide con los filtros',
  danger: 'Peligrosa',
  computers: '{n} equipos | {n} equipo | {n} equipos',
  more: 'y {n} más',
  details: 'Ver los detalles de la anotación {id}',
  detailsTitle: 'Anotación {id}',
  close: 'Cerrar',
  batch: 'Abrir la orden',
  trace: 'Abrir la traza',
  values: 'Valores',
  session: 'Sesión {session}',
  unknown: 'Sin resultado',
  unknownText: 'Todavía se está haciendo, o la consola se cerró mientras tanto.',
  columns: {
    at: 'Cuándo',
    user: 'Quién',
    action: 'Qué',
    subject: 'A qué',
    computers: 'Equipos',
    outcome: 'Resultado',
    details: 'Detalles'
  },
  hosts: {
    electron: 'Aplicación de escritorio',
    headless: 'Navegador',
    console: 'La consola, por sí sola'
  },
  outcomes: {
    done: 'Hecho',
    refused: 'Rechazado',
    failed: 'Error'
  },
  settings: {
    checkSourceAddress: 'comprobación del origen de los avisos',
    backup: 'copias de seguridad',
    commands: 'equipos a la vez y plazos',
    wake: 'encendido por red',
    queueLimitHours: 'espera máxima de las órdenes',
    logLevel: 'nivel del registro',
    webhookLimits: 'límites del servidor de avisos',
    headlessLimits: 'límites de la interfaz en el navegador'
  },
  actions: {
    trust: {
      changeToken: 'Generar un token nuevo para los avisos',
      removeToken: 'Quitar el token de los avisos',
      setTokenPolicy: 'Cambiar cuándo se exige el token',
      forgetSenders: 'Olvidar quién ha enviado el token',
      setAuthorities: 'Cambiar las autoridades de certificación',
      setClient: 'Cambiar el certificado de cliente',
      setServer: 'Cambiar el certificado del servidor de avisos',
      clearUnheeded: 'Vaciar la lista de avisos sin efecto'
    },
    system: {
      changeSettings: 'Cambiar los ajustes',
      listen: 'Cambiar la dirección del servidor de avisos'
    },
    inventory: {
      createUnit: 'Crear una unidad',
      createSubnet: 'Crear una subred',
      createRepository: 'Crear un repositorio',
      createClient: 'Crear un equipo',
      setPartitions: 'Escribir la tabla de particiones',
      importDocument: 'Importar un inventario completo',
      updateUnit: 'Cambiar una unidad',
      moveUnit: 'Mover una unidad',
      remove: 'Eliminar unidades o equipos',
      updateClient: 'Cambiar un equipo',
      moveClients: 'Mover equipos',
      updateSubnet: 'Cambiar una subred',
      removeSubnet: 'Eliminar una subred',
      updateRepository: 'Cambiar un repositorio',
      removeRepository: 'Eliminar un repositorio',
      undo: 'Deshacer'
    },
    repositories: {
      trustCertificate: 'Confiar en un certificado'
    },
    imaging: {
      createImage: 'Crear una imagen'
    },
    images: {
      retryAuxiliaryFiles: 'Repetir los ficheros auxiliares',
      update: 'Cambiar una imagen',
      remove: 'Eliminar una imagen',
      restore: 'Recuperar una imagen de la papelera'
    },
    imports: {
      apply: 'Importar un fichero'
    },
    backups: {
      create: 'Hacer una copia de seguridad',
      restore: 'Restaurar una copia de seguridad',
      remove: 'Eliminar una copia de seguridad',
      dismissRecovery: 'Continuar con la base de datos tal como está'
    },
    smartGroups: {
      create: 'Guardar un grupo inteligente',
      update: 'Cambiar un grupo inteligente',
      remove: 'Eliminar un grupo inteligente'
    },
    discovered: {
      adopt: 'Incorporar equipos descubiertos',
      updateAddress: 'Actualizar la dirección de un equipo',
      ignore: 'Ignorar equipos descubiertos',
      unignore: 'Dejar de ignorar equipos',
      forget: 'Olvidar equipos descubiertos'
    },
    partitions: {
      refresh: 'Releer las particiones'
    },
    plan: {
      place: 'Cambiar el plano del aula'
    },
    scripts: {
      create: 'Crear un script',
      update: 'Cambiar un script',
      remove: 'Eliminar un script'
    },
    commands: {
      run: 'Dar una orden'
    },
    batches: {
      pause: 'Pausar una orden',
      resume: 'Reanudar una orden',
      cancel: 'Cancelar una orden',
      retry: 'Repetir una orden',
      reschedule: 'Confirmar o cambiar la hora de una orden',
      remove: 'Olvidar una orden terminada'
    },
    console: {
      startBatch: 'Empezar una orden programada'
    }
  }
}
export default es

type Sentences<T> = { readonly [K in keyof T]: T[K] extends string ? string : Sentences<T[K]> }
/** Every language has every sentence. */
export type Messages = Sentences<typeof es>
