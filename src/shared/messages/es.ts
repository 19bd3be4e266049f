/** The sentences that both the console (notifications) and the renderer say, in Spanish: the product's first language. */
import { auditedEs } from './audited/es.ts'

export const es = {
  audited: auditedEs,
  states: {
    client: {
      off: 'Apagado',
      initializing: 'Iniciando',
      'og-live': 'ogLive',
      linux: 'Linux',
      'linux-session': 'Linux, con sesión',
      windows: 'Windows',
      'windows-session': 'Windows, con sesión',
      macos: 'macOS',
      'macos-session': 'macOS, con sesión',
      busy: 'Ocupado',
      unknown: 'Desconocido'
    },
    image: {
      'in-progress': 'En progreso',
      'aux-files-pending': 'Pendiente de ficheros auxiliares',
      success: 'Creada con éxito',
      failed: 'Error'
    },
    trace: {
      pending: 'Pendiente',
      'in-progress': 'En progreso',
      success: 'Finalizado con éxito',
      failed: 'Error',
      cancelled: 'Cancelado'
    }
  },
  commands: {
    'create-image': 'Crear imagen',
    'create-image-aux-file': 'Crear ficheros auxiliares',
    'deploy-image': 'Desplegar imagen',
    'power-on': 'Encender',
    'power-off': 'Apagar',
    reboot: 'Reiniciar',
    login: 'Iniciar sesión',
    'partition-and-format': 'Particionar y formatear',
    'hardware-inventory': 'Inventario hardware',
    'software-inventory': 'Inventario software',
    'delete-cached-image': 'Eliminar imagen de caché',
    'run-script': 'Ejecutar script',
    refresh: 'Actualizar',
    message: 'Enviar mensaje',
    logout: 'Cerrar sesión'
  },
  failures: {
    'agent-refused':
      'El equipo {client} ({address}) rechaza la conexión: ogAgent no está en marcha. Compruebe que el equipo ha arrancado en ogLive.',
    'agent-timeout':
      'El equipo {client} ({address}) no ha respondido en {seconds} s. Compruebe que está encendido y conectado a la red.',
    'agent-unreachable':
      'No se puede llegar al equipo {client} ({address}). Compruebe la red entre este puesto y el aula, y que el equipo está encendido.',
    'agent-tls':
      'No se ha podido establecer una conexión segura con el equipo {client} ({address}): lo que responde no es un ogAgent o su certificado no vale.',
    'agent-connection-lost':
      'El equipo {client} ({address}) ha cortado la conexión antes de responder. Inténtelo de nuevo; si se repite, reinicie el equipo.',
    'agent-error': 'ogAgent del equipo {client} ({address}) ha respondido con un error: «{text}».',
    'agent-busy':
      'El equipo {client} ({address}) está ocupado con otra tarea. Espere a que termine y vuelva a intentarlo.',
    'agent-unauthorized':
      'ogAgent del equipo {client} ({address}) no autoriza la operación. Reinicie el equipo para que vuelva a registrarse en la consola.',
    'agent-unknown-operation':
      'ogAgent del equipo {client} ({address}) no conoce la operación: no está en ogLive o su versión no la ofrece.',
    'agent-not-json':
      'El equipo {client} ({address}) ha respondido algo que no se entiende. Compruebe que en esa dirección hay un ogAgent.',
    'agent-unexpected-reply':
      'El equipo {client} ({address}) ha dado una respuesta que no es la esperada (estado HTTP {status}).',
    'agent-no-job-id':
      'El equipo {client} ({address}) ha respondido sin identificador de trabajo, así que no se puede seguir su progreso.',
    'agent-too-large': 'El equipo {client} ({address}) ha enviado una respuesta demasiado grande.',
    'repository-refused':
      'El repositorio {repository} ({address}) rechaza la conexión: ogRepository no está en marcha.',
    'repository-timeout': 'El repositorio {repository} ({address}) no ha respondido en {seconds} s.',
    'repository-unreachable':
      'No se puede llegar al repositorio {repository} ({address}). Compruebe la red y que el servidor está encendido.',
    'repository-tls':
      'No se ha podido establecer una conexión segura con el repositorio {repository} ({address}).',
    'repository-connection-lost':
      'El repositorio {repository} ({address}) ha cortado la conexión antes de responder.',
    'repository-error': 'El repositorio {repository} ({address}) ha respondido con un error: «{text}».',
    'repository-busy': 'El repositorio {repository} ({address}) está ocupado. Vuelva a intentarlo más tarde.',
    'repository-unauthorized': 'El repositorio {repository} ({address}) no autoriza la operación.',
    'repository-unknown-operation': 'El repositorio {repository} ({address}) no conoce la operación.',
    'repository-not-json':
      'El repositorio {repository} ({address}) ha respondido algo que no se entiende. Compruebe que en esa dirección hay un ogRepository.',
    'repository-unexpected-reply':
      'El repositorio {repository} ({address}) ha dado una respuesta que no es la esperada (estado HTTP {status}).',
    'repository-no-job-id':
      'El repositorio {repository} ({address}) ha respondido sin identificador de trabajo, así que no se puede seguir su progreso.',
    'repository-too-large':
      'El repositorio {repository} ({address}) ha enviado una respuesta demasiado grande.',
    'repository-certificate-changed':
      'El certificado del repositorio {repository} ({address}) ha cambiado desde la primera conexión. Si no lo ha cambiado el administrador, alguien puede estar suplantándolo.',
    'job-failed': 'El equipo {client} ha terminado la tarea con un error. {explanation}',
    'repository-job-failed': 'El repositorio {repository} ha terminado la tarea con un error: «{text}».',
    'no-answer':
      'Sin respuesta: no ha habido noticias de la tarea en {minutes} min. Si el resultado llega más tarde, se tendrá en cuenta.',
    'not-found': 'Ya no existe. Puede que se haya eliminado desde otra ventana.',
    'name-empty': 'Escriba un nombre canónico.',
    'name-too-long': 'El nombre canónico tiene {length} caracteres; el máximo es {max}.',
    'name-characters': 'El nombre canónico solo puede llevar letras sin tilde, dígitos, «_» y «-».',
    'name-taken': 'Ya hay una imagen «{name}» en el repositorio {repository}. Elija otro nombre.',
    'partition-not-cloneable': 'La partición {partition} del disco {disk} no se puede clonar.',
    'client-job-running': 'El equipo {client} ya tiene una tarea en curso: {command}. Espere a que termine.',
    'client-not-og-live':
      'El equipo {client} no está en ogLive, sino en «{state}». Reinícielo en ogLive para crear la imagen.',
    'no-repository': 'El equipo {client} no tiene repositorio. Asígnele uno a él o a su aula.',
    'image-in-use': 'La imagen «{name}» tiene una tarea en curso. Espere a que termine.',
    'image-leaving':
      'La imagen «{name}» se está eliminando del repositorio. Espere a que termine: si el repositorio se niega, la imagen se queda.',
    'image-not-retryable':
      'Los ficheros auxiliares de la imagen «{name}» no se pueden volver a pedir en su estado actual.',
    'duplicate-mac': 'La dirección MAC {mac} ya es del equipo {client}.',
    'duplicate-ip': 'La dirección IP {ip} ya es del equipo {client}.',
    'duplicate-name': 'Ya existe «{name}».',
    'duplicate-client-name': 'Ya hay un equipo «{name}» en {unit}.',
    'duplicate-repository-address':
      'La dirección {address} ya es del repositorio «{repository}». Escriba otra dirección u otro puerto.',
    'ip-outside-subnet':
      'La dirección IP {ip} no pertenece a la subred {subnet} ({netmask}). Corrija la dirección o elija otra subred.',
    'ip-of-network':
      'La dirección IP {ip} es la de la propia red «{name}» ({subnet}, {netmask}). Elija otra dirección para el equipo.',
    'ip-of-router': 'La dirección IP {ip} es la del router de «{name}». Elija otra dirección para el equipo.',
    'subnet-leaves-client':
      'Con esos datos, {ip} ({client}) quedaría fuera de la subred. Cambie antes la subred de sus equipos.',
    'subnet-in-use':
      'La subred «{name}» tiene equipos ({count}), el primero {client}. Asígneles antes otra subred.',
    'repository-in-use':
      'El repositorio «{name}» está en uso: {units} unidades, {clients} equipos y {images} imágenes lo nombran. Asígneles antes otro.',
    'unit-into-itself': '«{name}» no se puede mover dentro de sí misma.',
    'unit-cannot-hold':
      '«{name}» no puede estar dentro de «{parent}»: un centro contiene grupos de aulas y aulas, y un aula contiene grupos de equipos.',
    'undo-gone': 'Ya no se puede deshacer: el cambio es de una sesión anterior o ya se ha deshecho.',
    'undo-clash':
      'No se puede deshacer: algo que se creó después ocupa su lugar o algo de lo que depende ya no existe. No se ha cambiado nada.',
    'certificate-not-seen':
      'El certificado elegido no es el que ha mostrado el servidor. Vuelva a probar la conexión.',
    'image-without-fullsum':
      'El fichero de la imagen «{name}» no se puede eliminar: no se conoce su fullsum. Puede eliminar solo el registro.',
    'image-file-name': 'El fichero «{name}» de la papelera no tiene un nombre canónico de imagen.',
    'invalid-input': 'El dato «{field}» no es válido: {problem}',
    'unknown-reference': '«{name}», que se nombra en {field}, no está entre «{list}» del fichero.',
    'inventory-newer':
      'El fichero de inventario es de una versión más nueva ({version}) que la que entiende este programa ({supported}). Actualice ogDesk.',
    'plan-of-classroom': '«{name}» no es un aula, y solo las aulas tienen plano. Elija un aula.',
    'seat-foreign':
      'El equipo {client} no es del aula {classroom}. Muévalo antes a esa aula o a uno de sus grupos.',
    'seat-outside':
      'El equipo {client} no cabe en la columna {column}, fila {row}: el plano tiene {columns} columnas y {rows} filas. Amplíe el plano o elija otro puesto.',
    'seat-taken':
      'El equipo {client} no se puede colocar en la columna {column}, fila {row}: ahí está {other}. Elija otro puesto.',
    'partitions-not-og-live':
      'El equipo {client} no está en ogLive, sino en «{state}». Sus particiones solo se pueden leer en ogLive: reinícielo en ogLive y vuelva a intentarlo.',
    'cfg-missing':
      'El equipo {client} ha terminado sin enviar su tabla de particiones. La que se conocía no ha cambiado; vuelva a intentarlo.',
    'cfg-invalid':
      'No se entiende la tabla de particiones que ha enviado el equipo {client}: {problem}. La que se conocía no ha cambiado. Compruebe la versión de ogAgent en el equipo.',
    'inventory-invalid':
      '{client} ha terminado el inventario, pero ogDesk no puede leerlo: {problem}. No se ha guardado nada; pídalo otra vez.',
    'import-gone':
      'La consola ya no tenía abierta esta importación. No se ha importado nada: revise la vista previa, que se ha vuelto a calcular.',
    'import-outdated':
      'El inventario ha cambiado desde la vista previa, y «{name}» ya no haría lo que se mostraba. No se ha importado nada: revise la vista previa, que se ha vuelto a calcular.',
    'import-bad-row':
      '«{name}» (línea {line}) tiene un error y no se puede importar. No se ha importado nada: quítelo de la selección.',
    'import-bad-certificate':
      'El certificado del repositorio «{name}» no corresponde a la huella que lo acompaña. No se ha importado nada: vuelva a exportar el inventario de origen.',
    'import-too-large':
      'El fichero ocupa {size} MB y el máximo es {max} MB. Divídalo, o exporte solo los equipos.',
    'port-in-use':
      'El puerto {port} está ocupado por otro programa. Elija otro puerto o cierre ese programa.',
    'port-not-allowed': 'El sistema no permite usar el puerto {port}. Elija uno mayor que 1023.',
    'address-not-available': 'La dirección {host} no es de este equipo. Elija otra.',
    'listen-failed': 'No se ha podido abrir el puerto {port}: {text}',
    'disk-full':
      'No hay espacio en el disco de {directory}, y lo último no se ha guardado. Libere espacio y vuelva a intentarlo.',
    'disk-unwritable':
      'No se puede escribir en el disco de {directory}, y lo último no se ha guardado. Compruebe el disco y los permisos de la carpeta, y vuelva a intentarlo.',
    'data-directory-in-use':
      'Otro ogDesk ya está trabajando con la carpeta de datos {directory}. Ciérrelo, o elija otra carpeta con --data-dir.',
    'database-newer':
      'La base de datos es de una versión más nueva de ogDesk ({found}) que la que entiende este programa ({supported}). No se ha tocado nada; actualice ogDesk.',
    'database-damaged':
      'La base de datos está dañada: {text}. Restaure la última copia de seguridad buena, o reinicie ogDesk para que la aparte y se la ofrezca.',
    'migration-backup-failed':
      'La base de datos no se ha actualizado, porque antes no se ha podido guardar una copia en {folder}: {text}. No se ha tocado nada; libere espacio o corrija los permisos y vuelva a abrir ogDesk.',
    'backup-failed':
      'No se ha podido guardar la copia de seguridad en {folder}: {text}. Libere espacio o corrija los permisos y vuelva a intentarlo.',
    'backup-damaged': 'La copia de seguridad {name} está dañada y no se puede usar. Elija otra.',
    'backup-newer':
      'La copia de seguridad {name} es de una versión más nueva de ogDesk. Actualice ogDesk para usarla.',
    'backups-in-memory': 'La consola guarda sus datos solo en memoria: no hay nada que copiar ni restaurar.',
    'restore-failed':
      'No se ha podido usar la copia de seguridad {name}: {text}. La base de datos sigue como estaba.',
    'restore-jobs-running':
      'Hay tareas en curso ({jobs}). Espere a que terminen antes de restaurar una copia de seguridad.',
    'interrupted-by-restore':
      'La tarea estaba en curso cuando se hizo la copia de seguridad que se ha restaurado, así que no se sabe cómo terminó.',
    'client-removed':
      'Se canceló porque {client} se eliminó del inventario antes de que le llegara el turno.',
    'no-targets': 'Ninguno de los equipos elegidos puede recibir la orden.',
    'target-on': '{client} ya está encendido ({state}).',
    'target-off': '{client} está apagado o no responde.',
    'target-initializing': '{client} está arrancando; espere a que termine.',
    'target-not-og-live': '{client} no está en ogLive ({state}). Reinícielo en ogLive para esta orden.',
    'target-not-system':
      '{client} no ha arrancado un sistema instalado ({state}): esta orden es para Windows, Linux o macOS.',
    'target-no-secret':
      '{client} ({state}) aún no ha entregado el secreto de su ogAgent, así que no acepta órdenes. Lo entrega al arrancar: reinícielo.',
    'target-no-partition': '{client} no tiene la partición {partition} del disco {disk}.',
    'target-in-session': '{user} tiene una sesión abierta en {client}: perderá lo que no haya guardado.',
    'deploy-image-not-ready':
      'La imagen «{name}» no se puede desplegar: no está creada con éxito. Espere a que termine o vuelva a crearla.',
    'deploy-not-a-target':
      'En {client}, la partición {partition} del disco {disk} es de un tipo que no puede recibir una imagen. Elija otra.',
    'deploy-too-small':
      'En {client}, la partición {partition} del disco {disk} tiene {size} y la imagen necesita {needed}. Elija otra partición o amplíela antes.',
    'deploy-other-table':
      'En {client}, el disco {disk} tiene una tabla {found} y la imagen viene de una {expected}: puede que el sistema no arranque.',
    'deploy-other-type':
      'En {client}, la partición {partition} del disco {disk} es de tipo {found} y la imagen viene de una {expected}: puede que el sistema no la reconozca.',
    'deploy-size-unknown':
      'No se sabe de qué tamaño era la partición de la que viene la imagen «{name}»: compruebe usted que cabe.',
    'deploy-no-cache':
      '{client} no tiene partición de caché, y este protocolo deja en ella la imagen. Use unicast o cree antes la caché.',
    'deploy-cache-full':
      'En la caché de {client} quedan {room} libres y la imagen ocupa {needed}. Elimine antes de ella alguna imagen.',
    'deploy-file-missing':
      'El repositorio {repository} no tiene el fichero de la imagen «{name}». Compruebe el repositorio o vuelva a crear la imagen.',
    'deploy-other-version':
      'El fichero de «{name}» que hay en el repositorio {repository} no es el que se creó desde aquí: su fullsum es otro.',
    'target-disk-changed':
      'El disco {disk} de {client} ha cambiado desde que se abrió el editor, así que no se ha tocado. Abra de nuevo «Particionar y formatear» para ver cómo está ahora.',
    'target-disk-differs':
      'En el disco {disk} de {client} no se podría conservar la partición {partition}, porque no está o no es como la de la tabla que se envía. Actualice sus particiones, o particiónelo aparte.',
    'wake-unanswered':
      '{client} no se ha encendido: se le envió el paquete mágico y ogAgent no ha dado señales en {minutes} min. Compruebe en su BIOS el arranque por red (wake-on-LAN) y que tiene corriente.',
    'wake-not-sent':
      'No se ha podido enviar el paquete mágico para {client} por {address}: {text}. Compruebe en los ajustes por qué interfaz sale.',
    'reply-lost':
      'No se sabe si {client} recibió la orden: la consola se cerró antes de que respondiera. Compruébelo en el equipo antes de repetirla.',
    'batch-running': 'Esta orden no ha terminado. Cancele antes lo que queda de ella.',
    'agent-cert-untrusted':
      'El equipo {client} ({address}) presenta un certificado que no ha firmado la CA del centro, así que no se le ha enviado nada. Instale en su ogAgent un certificado del centro o, si otro responde en su lugar, desconéctelo de la red.',
    'agent-cert-dates':
      'El certificado del equipo {client} ({address}) ha caducado (como el que traen de fábrica los ogAgent) o todavía no es válido, así que no se le ha enviado nada. Instale uno del centro y compruebe el reloj de este puesto.',
    'agent-cert-name':
      'Lo que responde en {address} tiene un certificado del centro, pero no es el del equipo {client}: ni su IP ni su nombre están en él. Compruebe qué equipo tiene esa dirección o emita el certificado con esa IP (SAN).',
    'repository-cert-untrusted':
      'El repositorio {repository} ({address}) presenta un certificado que no ha firmado la CA del centro, así que no se le ha enviado nada. Instale en él un certificado del centro o compruebe quién responde en esa dirección.',
    'repository-cert-dates':
      'El certificado del repositorio {repository} ({address}) ha caducado o todavía no es válido, así que no se le ha enviado nada. Renuévelo y compruebe el reloj de este puesto.',
    'repository-cert-name':
      'Lo que responde en {address} tiene un certificado del centro, pero no es el del repositorio {repository}: ni su IP ni su nombre están en él. Compruebe la dirección o emita el certificado con esa IP (SAN).',
    'pem-no-certificate':
      'Ahí no hay ningún certificado en formato PEM (el texto entre «-----BEGIN CERTIFICATE-----» y «-----END CERTIFICATE-----»). Si el fichero es DER o PFX, conviértalo a PEM. No se ha cambiado nada.',
    'pem-unreadable':
      'El certificado está incompleto o dañado y no se puede leer. Vuelva a copiarlo entero. No se ha cambiado nada.',
    'pem-has-key':
      'Ese texto contiene una clave privada: de la CA del centro solo hace falta el certificado. No se ha guardado nada; no deje la clave en este puesto.',
    'pem-no-key':
      'Ahí no hay ninguna clave privada en formato PEM («-----BEGIN PRIVATE KEY-----»). No se ha cambiado nada.',
    'key-encrypted':
      'La clave está protegida con contraseña. Quítesela (openssl pkey -in clave.pem -out sin.pem) y vuelva a intentarlo: ogDesk la guarda cifrada. No se ha cambiado nada.',
    'key-unreadable': 'La clave privada está incompleta o dañada y no se puede leer. No se ha cambiado nada.',
    'key-mismatch':
      'La clave no es la del certificado «{name}». Elija la clave con la que se pidió ese certificado. No se ha cambiado nada.',
    'key-not-decrypted':
      'La clave guardada se cifró en otro puesto o con otro usuario y no se puede leer, así que no se usa. Vuelva a añadir el certificado con su clave.',
    'token-not-decrypted':
      'El token guardado se cifró en otro puesto o con otro usuario y no se puede leer: ningún aviso que lo necesite se acepta. Genere uno nuevo.',
    'token-missing': 'Todavía no hay token que exigir. Genere uno primero.',
    'certificate-expired': 'El certificado «{name}» caducó el {date}. Consiga uno vigente.',
    'certificate-not-yet':
      'El certificado «{name}» no es válido hasta el {date}. Compruebe el reloj de este puesto o espere a esa fecha.',
    'certificate-ends-soon': 'El certificado «{name}» caduca el {date}. Consiga otro antes de ese día.',
    'certificate-no-authority':
      'El certificado «{name}» no es de una autoridad (CA), así que con él no se puede comprobar ningún otro. Elija el de la CA del centro. No se ha cambiado nada.',
    'certificate-unusable':
      'El certificado o su clave no sirven para una conexión segura: «{text}». No se ha cambiado nada.',
    'certificate-other-names':
      'El certificado es de {names}, pero los avisos llegan a {addresses}. Los equipos que lo comprueben lo rechazarán: emítalo con alguna de esas direcciones (SAN).',
    'batch-ended': 'Esta orden ya ha terminado.'
  },
  agentErrors: {
    '001': 'Formato de ejecución incorrecto.',
    '002': 'Fichero o dispositivo no encontrado.',
    '003': 'Error en la partición del disco.',
    '004': 'La partición o el fichero están bloqueados.',
    '005': 'Error al crear o restaurar la imagen.',
    '006': 'No hay sistema operativo en la partición.',
    '007': 'El programa o la función no se pueden ejecutar.',
    '010': 'Error al llamar a la interfaz del cliente.',
    '012': 'Error al enviar un fichero por la red.',
    '013': 'Error al crear un proceso en el equipo.',
    '014': 'Error al escribir en el destino.',
    '015': 'El equipo no tiene partición de caché.',
    '016': 'No hay espacio en la caché del equipo.',
    '017': 'Error al reducir el sistema de ficheros.',
    '018': 'Error al ampliar el sistema de ficheros.',
    '019': 'Valor fuera de rango.',
    '020': 'El sistema de ficheros no se conoce o no se puede montar.',
    '021': 'Error en la partición de caché local.',
    '022': 'El disco no tiene tabla de particiones GPT.',
    '030': 'La imagen es mayor que la partición.',
    '031': 'Error al actualizar la caché.',
    '032': 'Error al formatear.',
    '033': 'El fichero de la imagen está dañado o es de otra versión de partclone.',
    transfer: 'Error en la transferencia por unicast o multicast.'
  },
  checks: {
    'webhook-server': 'La consola puede recibir avisos',
    'client-agent': 'ogAgent responde en el equipo',
    'client-og-live': 'El equipo está en ogLive',
    'client-free': 'El equipo no tiene otra tarea',
    'partition-cloneable': 'La partición se puede clonar',
    'name-free': 'El nombre está libre',
    repository: 'El repositorio responde',
    'repository-name-free': 'No hay otra imagen con ese nombre en el repositorio'
  },
  checkStates: {
    running: 'Comprobando',
    passed: 'Correcto',
    warning: 'Aviso',
    failed: 'Error',
    skipped: 'Sin comprobar'
  },
  notCloneable: {
    'whole-disk': 'Es el disco entero, no una partición',
    'partition-type': 'Su tipo de partición no se clona',
    'no-file-system': 'No tiene sistema de ficheros',
    cache: 'Es la caché local del equipo'
  },
  history: {
    created: 'Tarea anotada',
    call: 'Llamada a {peer}: {method} {url}',
    reply: 'Respuesta de {peer} (HTTP {status}, {milliseconds} ms)',
    'disk-read': 'Discos leídos de nuevo antes de enviar la orden',
    woken: 'Paquete mágico enviado a {address}',
    reported: 'El equipo ha dado señales de vida: {state}',
    'reported-late': 'El equipo se ha encendido tarde, a los {minutes} min: {state}',
    'call-failed': 'La llamada a {peer} ha fallado',
    accepted: 'Aceptada con el hilo de trabajo {job}',
    progress: 'Aviso de progreso: {percent} %',
    result: 'Aviso con el resultado',
    ignored: 'Aviso recibido que no cambia el estado',
    deadline: 'Ha vencido el plazo sin noticias ({minutes} min)',
    asked: 'Se pregunta a {peer}: {state}',
    kept: 'El plazo ha vencido, pero responde: se esperan noticias {minutes} min más',
    'clock-set': 'El reloj de este puesto ha cambiado {minutes} min: el plazo se ha movido con él',
    slept: 'Este puesto ha estado suspendido {minutes} min sin poder recibir avisos: se vuelve a preguntar',
    resumed: 'Retomada al iniciar la consola',
    ended: 'Fin: {state}'
  },
  problems: {
    seatedTwice: 'el mismo equipo aparece dos veces',
    mac: 'no es una dirección MAC',
    netmask: 'no es una máscara de red',
    multicast: 'no es una dirección multicast (de 224.0.0.0 a 239.255.255.255)',
    namePattern: 'no es un patrón de nombres: debe llevar un solo %d o %02d, como «aula1-pc%02d»'
  },
  /** What is wrong with a partition table that an agent has sent; a part of a sentence. */
  cfgProblems: {
    format: 'no es ni un texto ni una lista de registros',
    empty: 'no trae ninguna partición',
    missing: 'en el registro {record} falta el campo «{field}»',
    number: 'en el registro {record}, el campo «{field}» vale «{value}», que no es un número válido',
    code: 'en el registro {record}, «{value}» no es un código de partición',
    duplicate: 'el registro {record} repite la partición {value}',
    'too-many': 'trae más de {most} registros'
  },
  /** What is wrong with an inventory that an agent has sent; a part of a sentence. */
  inventoryProblems: {
    missing: 'el resultado no lo trae',
    format: 'no tiene la forma de un inventario',
    empty: 'no hay nada en él',
    'too-many': 'trae demasiadas líneas'
  },
  /** The types of a hardware inventory. [L] */
  hardwareTypes: {
    cha: 'Chasis',
    mod: 'Modelo',
    ser: 'Número de serie',
    boo: 'Arranque',
    bio: 'BIOS',
    cpu: 'Procesador',
    mem: 'Memoria',
    dis: 'Disco',
    sto: 'Almacenamiento',
    ide: 'Controladora IDE',
    cdr: 'Unidad óptica',
    vga: 'Gráficos',
    net: 'Red',
    aud: 'Sonido',
    mul: 'Multimedia',
    usb: 'USB',
    fir: 'FireWire',
    bus: 'Bus'
  },
  answers: { answers: 'responde', silent: 'no responde' },
  peers: { agent: 'ogAgent', repository: 'ogRepository' },
  notices: {
    'image-ready': {
      title: 'Imagen «{image}» creada',
      body: 'Está lista en {repository}. Fullsum: {fullsum}'
    },
    'image-failed': { title: 'Error en la imagen «{image}»', body: '{reason}' },
    'batch-done': { title: '{command}: {target}', body: '{outcome}.' }
  },
  /** How a batch ended, in parts of one sentence; after the colon come the names of the computers. */
  outcome: {
    /** A command with no words of its own takes `usual`; `one` of a single computer. */
    done: {
      usual: { one: 'Hecho en {done} de {total} equipo', many: 'Hecho en {done} de {total} equipos' },
      'deploy-image': {
        one: 'Desplegada en {done} de {total} equipo',
        many: 'Desplegada en {done} de {total} equipos'
      },
      'run-script': {
        one: 'Ejecutado en {done} de {total} equipo',
        many: 'Ejecutado en {done} de {total} equipos'
      },
      message: { one: 'Enviado a {done} de {total} equipo', many: 'Enviado a {done} de {total} equipos' }
    },
    waiting: 'quedan {count}',
    silent: { one: '1 no respondió: {names}', many: '{count} no respondieron: {names}' },
    failed: { one: '1 falló: {names}', many: '{count} fallaron: {names}' },
    cancelled: { one: '1 se canceló', many: '{count} se cancelaron' },
    more: '{names} y {count} más'
  }
}

type Sentences<T> = { readonly [K in keyof T]: T[K] extends string ? string : Sentences<T[K]> }
/** Every language has every sentence. */
export type SharedMessages = Sentences<typeof es>
