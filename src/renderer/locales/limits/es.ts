/** Texts of the webhook server's limits, and of what it has refused. */
const es = {
  title: 'Límites del servidor de avisos',
  text: 'Protegen la consola de un equipo averiado o malintencionado. Los valores habituales dejan arrancar a la vez 500 equipos que salgan con una misma dirección. Un campo en blanco vuelve al valor habitual. Los cambios se aplican en el momento.',
  fields: {
    bodyKb: 'Tamaño máximo de un aviso (KB)',
    headerSeconds: 'Espera de las cabeceras (s)',
    requestSeconds: 'Espera de un aviso completo (s)',
    idleSeconds: 'Conexión sin actividad (s)',
    connections: 'Conexiones a la vez, en total',
    connectionsPerAddress: 'Conexiones a la vez por dirección',
    requestsPerMinute: 'Avisos por minuto y dirección'
  },
  rule: 'Un número entero del {least} al {most}.',
  refused: {
    title: 'Peticiones rechazadas',
    none: 'No se ha rechazado ninguna petición desde que se abrió la consola.',
    text: 'Desde que se abrió la consola. Un equipo que aparece aquí a menudo puede tener el agente mal configurado, o alguien está probando el servidor.',
    of: 'Se ha rechazado 1 petición de {address}. | Se han rechazado {n} peticiones de {address}.',
    last: 'La última, {time}',
    more: 'Y de 1 dirección más. | Y de {n} direcciones más.',
    reasons: {
      rate: 'demasiados avisos por minuto: {n}',
      connections: 'demasiadas conexiones a la vez: {n}',
      size: 'demasiado grandes: {n}',
      slow: 'demasiado lentas: {n}',
      malformed: 'mal formadas: {n}',
      'unknown-path': 'a una ruta que no existe: {n}',
      'not-theirs': 'de una tarea ajena o un equipo desconocido: {n}'
    }
  }
}

type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> }
export type Messages = Texts<typeof es>
export default es
