/** Texts of the servers' limits, and of what the webhook server has refused. */
const es = {
  webhookLimits: {
    title: 'Límites del servidor de avisos',
    text: 'Protegen la consola de un equipo averiado o malintencionado. Los valores habituales, en gris, bastan para 500 equipos que salgan con una misma dirección y avisen a la vez. Un campo en blanco vuelve al valor habitual. Los cambios se aplican en el momento.',
    fields: {
      bodyKb: 'Tamaño máximo de un aviso (KB)',
      pendingMb: 'Avisos a medio recibir, en total (MB)',
      headerSeconds: 'Espera de las cabeceras (s)',
      requestSeconds: 'Espera de un aviso completo (s)',
      idleSeconds: 'Conexión sin actividad (s)',
      connections: 'Conexiones a la vez, en total',
      connectionsPerAddress: 'Conexiones a la vez por dirección',
      requestsPerMinute: 'Avisos por minuto y dirección'
    },
    hints: {
      bodyKb:
        'El de un progreso o un resultado no llega a 1 KB; el de un inventario de programas puede pasar de 1 MB.',
      pendingMb: 'Una sola dirección ocupa como mucho la mitad. Los avisos cortos se aceptan siempre.',
      headerSeconds: 'Desde que se abre la conexión hasta que llegan las cabeceras.',
      requestSeconds:
        'Desde que empieza un aviso hasta que llega entero. Los agentes desisten al cabo de 5 s.',
      idleSeconds: 'Lo que sigue abierta una conexión a la espera del aviso siguiente.',
      connections:
        'De todas las direcciones. Con todas ocupadas no se acepta ninguna más hasta que se cierre alguna.',
      connectionsPerAddress:
        'Bastan 20 si cada equipo tiene su propia dirección. Tras un NAT, al menos 2 por equipo.',
      requestsPerMinute:
        'El valor habitual admite 500 equipos tras una misma dirección que avisen cada segundo. Lo que pase de ahí se rechaza hasta el minuto siguiente.'
    }
  },
  headlessLimits: {
    title: 'Límites de la interfaz en el navegador',
    text: 'Protegen la consola de los demás programas de este equipo, que también pueden llamar a su puerto, y de las páginas web que lo intenten. Los valores habituales, en gris, bastan para cien pestañas; un campo en blanco vuelve al suyo. Con el mínimo de todos se puede seguir entrando y cambiándolos. Los cambios valen desde la conexión siguiente.',
    fields: {
      messageMb: 'Tamaño máximo de un envío (MB)',
      headerSeconds: 'Espera de una petición (s)',
      idleSeconds: 'Conexión sin actividad (s)',
      connections: 'Conexiones a la vez, en total',
      connectionsPerAddress: 'Conexiones a la vez por dirección',
      requestsPerMinute: 'Peticiones por minuto y dirección'
    },
    hints: {
      messageMb:
        'De la página a la consola. Un fichero que se importa ocupa un tercio más al enviarse; lo demás no llega a 1 MB.',
      headerSeconds: 'Desde que se abre la conexión hasta que llega la petición entera.',
      idleSeconds: 'Lo que sigue abierta una conexión a la espera de la petición siguiente.',
      connections: 'Cada pestaña mantiene una mientras está abierta; el navegador abre otras seis al cargar.',
      connectionsPerAddress: 'Todas las pestañas de este equipo salen con la misma dirección.',
      requestsPerMinute:
        'Cargar la página entera lleva menos de cien. Las pestañas con sesión no comparten la cuenta con nadie más.'
    }
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
