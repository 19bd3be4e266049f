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
  exporting: 'Exportadas: {n}',
  cancel: 'Cancelar',
  exportProgress: 'Exportación de la auditoría',
  cancelExport: 'Cancelar la exportación',
  exported: 'El archivo «{file}» está listo: 1 anotación. | El archivo «{file}» está listo: {n} anotaciones.',
  found: 'Ninguna anotación | 1 anotación | {n} anotaciones',
  shown: 'Se muestran las {shown} más recientes; filtre o exporte para ver las demás.',
  empty: 'Todavía no hay nada anotado',
  emptyText: 'Aquí aparecerá cada cambio y cada orden, con su autor.',
  noMatch: 'Ninguna anotación coincide con los filtros',
  computers: '{n} equipos | {n} equipo | {n} equipos',
  more: 'y {n} más',
  details: 'Ver los detalles de la anotación {id}',
  detailsTitle: 'Anotación {id}',
  close: 'Cerrar',
  batch: 'Abrir la orden',
  trace: 'Abrir la traza',
  session: 'Sesión {session}',
  unknownText: 'Todavía se está haciendo, o la consola se cerró mientras tanto.'
}
export default es

type Sentences<T> = { readonly [K in keyof T]: T[K] extends string ? string : Sentences<T[K]> }
/** Every language has every sentence. */
export type Messages = Sentences<typeof es>
