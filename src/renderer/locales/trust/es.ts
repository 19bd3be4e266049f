/** Whom the console trusts, in Spanish. */
export default {
  title: 'Confianza',
  intro:
    'Quién puede hablar con la consola, a quién cree ella y cómo demuestra quién es. Sin nada de esto funciona como manda el protocolo: los avisos se comprueban por tarea y dirección, los repositorios por la huella de su primera conexión, y los equipos no se verifican.',
  file: 'Elegir fichero…',
  fileFor: 'Elegir el fichero de «{label}»',
  paste: 'Pegue aquí el texto PEM o elija el fichero.',
  certificate: 'Certificado y su cadena (PEM)',
  key: 'Clave privada (PEM)',
  keyKept: 'La clave se guarda cifrada y no se vuelve a mostrar.',
  save: 'Guardar',
  remove: 'Quitar',
  change: 'Añadir o cambiar…',
  saved: 'Guardado.',
  subject: 'Titular',
  issuer: 'Emisor',
  valid: 'Vigencia',
  validRange: 'del {from} al {to}',
  fingerprint: 'Huella SHA-256',
  names: 'Nombres y direcciones',
  token: {
    title: 'Token del centro',
    text: 'Una contraseña que los equipos y repositorios añaden a sus avisos. En ogAgent se pone en la dirección de la consola (remote); otros programas la envían en la cabecera «Authorization: Bearer».',
    none: 'No hay token.',
    since: 'Generado el {date}.',
    create: 'Generar un token',
    change: 'Cambiar el token',
    remove: 'Quitar el token',
    changeTitle: '¿Cambiar el token del centro?',
    changeText:
      'El actual dejará de valer en el acto: hasta que ponga el nuevo en cada equipo y repositorio, los avisos que traigan el antiguo se rechazarán si el token se exige.',
    removeTitle: '¿Quitar el token del centro?',
    removeText:
      'Desde ese momento cualquiera de la red puede enviar avisos sin él: se comprobarán solo por tarea y dirección. El token no se puede recuperar; si lo necesita de nuevo, habrá que poner otro en cada equipo y repositorio.',
    once: 'Cópielo ahora: no se volverá a mostrar.',
    value: 'Token',
    remote: 'Dirección de la consola para ogAgent',
    policy: 'Exigir el token',
    policies: {
      off: 'No exigirlo: como manda el protocolo',
      seen: 'A quien ya lo haya enviado alguna vez',
      always: 'Siempre, a todos'
    },
    alwaysText:
      'Los avisos de equipos y repositorios que no lo envíen se rechazan: sus tareas acabarán como «sin respuesta».',
    senders: 'Nadie lo ha enviado todavía. | Lo ha enviado 1 dirección. | Lo han enviado {n} direcciones.',
    refused: 'Avisos rechazados por el token: {n}.',
    forget: 'Olvidar quién lo ha enviado'
  },
  authorities: {
    title: 'CA del centro',
    text: 'Con ella se comprueba el certificado de cada equipo y repositorio antes de enviarle nada: que lo ha firmado la CA, que está vigente y que lleva su IP o su nombre del inventario (SAN).',
    none: 'No hay CA: los equipos no se verifican y los repositorios se fijan en la primera conexión.',
    label: 'Certificado de la CA (PEM)',
    removeTitle: '¿Dejar de comprobar con la CA del centro?',
    removeText:
      'Los equipos dejarán de verificarse, y los repositorios volverán a comprobarse por la huella fijada en su primera conexión.',
    name: 'CA del centro'
  },
  client: {
    title: 'Certificado de cliente',
    text: 'Lo que la consola enseña a los equipos y repositorios que exigen un certificado para atenderla.',
    none: 'No hay certificado de cliente.',
    removeTitle: '¿Quitar el certificado de cliente?',
    removeText: 'Los equipos y repositorios que lo exijan dejarán de atender a la consola.'
  },
  server: {
    title: 'Certificado del servidor de avisos',
    own: 'Es el que ogDesk se ha hecho. Se renueva solo antes de caducar.',
    site: 'Es del centro. Renuévelo usted antes de que caduque.',
    change: 'Usar uno del centro',
    back: 'Volver al propio',
    backTitle: '¿Volver al certificado propio de ogDesk?',
    backText:
      'Los equipos que comprueben el certificado con la CA del centro dejarán de enviar avisos. El certificado del centro y su clave se borran de este puesto.'
  },
  unheeded: {
    title: 'Avisos sin efecto',
    count: '{n} aviso | {n} avisos',
    intro:
      'Avisos que no han cambiado nada: rechazados, repetidos o llegados tarde. Los iguales se cuentan en una sola línea y solo se guardan los últimos.',
    clear: 'Vaciar la lista',
    last: 'Último',
    times: 'Veces',
    from: 'Procedencia',
    reason: 'Motivo',
    job: 'Hilo de trabajo',
    body: 'Contenido',
    seeTrace: 'Ver la traza {id}',
    reasons: {
      'no-token': 'Falta el token del centro, que se exige a esta dirección.',
      'wrong-token': 'El token no es el del centro.',
      'unknown-source': 'La dirección no es de ningún equipo ni repositorio del inventario.',
      'wrong-source':
        'La tarea es de otro: esta dirección no puede dar su resultado. Puede ser una falsificación.',
      'wrong-computer':
        'Habla en nombre de un equipo del inventario desde otra dirección. Puede ser una falsificación, o un equipo que ha cambiado de IP: mire en Descubiertos.',
      mismatch: 'El resultado es de otra función o de otra imagen que las de la tarea.',
      repeated: 'Repetido: ya había llegado. Es normal si el equipo no recibió la respuesta.',
      'after-end': 'La tarea ya había terminado: su resultado no cambia.',
      'too-many': 'Demasiados avisos de esta tarea o de esta dirección.'
    }
  }
}
