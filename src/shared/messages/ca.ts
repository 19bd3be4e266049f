import { auditedCa } from './audited/ca.ts'
import type { SharedMessages } from './es.ts'

export const ca: SharedMessages = {
  audited: auditedCa,
  states: {
    client: {
      off: 'Apagat',
      initializing: 'Iniciant',
      'og-live': 'ogLive',
      linux: 'Linux',
      'linux-session': 'Linux, amb sessió',
      windows: 'Windows',
      'windows-session': 'Windows, amb sessió',
      macos: 'macOS',
      'macos-session': 'macOS, amb sessió',
      busy: 'Ocupat',
      unknown: 'Desconegut'
    },
    image: {
      'in-progress': 'En curs',
      'aux-files-pending': 'Pendent de fitxers auxiliars',
      success: 'Creada amb èxit',
      failed: 'Error'
    },
    trace: {
      pending: 'Pendent',
      'in-progress': 'En curs',
      success: 'Finalitzat amb èxit',
      failed: 'Error',
      cancelled: 'Cancel·lat'
    }
  },
  commands: {
    'create-image': 'Crea una imatge',
    'create-image-aux-file': 'Crea els fitxers auxiliars',
    'deploy-image': 'Desplega una imatge',
    'power-on': 'Engega',
    'power-off': 'Apaga',
    reboot: 'Reinicia',
    login: 'Inicia sessió',
    'partition-and-format': 'Particiona i formata',
    'hardware-inventory': 'Inventari de maquinari',
    'software-inventory': 'Inventari de programari',
    'delete-cached-image': 'Elimina la imatge de la memòria cau',
    'run-script': 'Executa un script',
    refresh: 'Actualitza',
    message: 'Envia un missatge',
    logout: 'Tanca la sessió'
  },
  failures: {
    'agent-refused':
      'L’equip {client} ({address}) rebutja la connexió: l’ogAgent no està en marxa. Comproveu que l’equip ha arrencat en ogLive.',
    'agent-timeout':
      'L’equip {client} ({address}) no ha respost en {seconds} s. Comproveu que està engegat i connectat a la xarxa.',
    'agent-unreachable':
      'No es pot arribar a l’equip {client} ({address}). Comproveu la xarxa entre aquest lloc i l’aula, i que l’equip està engegat.',
    'agent-tls':
      'No s’ha pogut establir una connexió segura amb l’equip {client} ({address}): el que respon no és un ogAgent o el seu certificat no és vàlid.',
    'agent-connection-lost':
      'L’equip {client} ({address}) ha tallat la connexió abans de respondre. Torneu-ho a provar; si es repeteix, reinicieu l’equip.',
    'agent-error': 'L’ogAgent de l’equip {client} ({address}) ha respost amb un error: «{text}».',
    'agent-busy':
      'L’equip {client} ({address}) està ocupat amb una altra tasca. Espereu que acabi i torneu-ho a provar.',
    'agent-unauthorized':
      'L’ogAgent de l’equip {client} ({address}) no autoritza l’operació. Reinicieu l’equip perquè es torni a registrar a la consola.',
    'agent-unknown-operation':
      'L’ogAgent de l’equip {client} ({address}) no coneix l’operació: no és en ogLive o la seva versió no l’ofereix.',
    'agent-not-json':
      'L’equip {client} ({address}) ha respost una cosa que no s’entén. Comproveu que en aquesta adreça hi ha un ogAgent.',
    'agent-unexpected-reply':
      'L’equip {client} ({address}) ha donat una resposta que no és l’esperada (estat HTTP {status}).',
    'agent-no-job-id':
      'L’equip {client} ({address}) ha respost sense identificador de treball, així que no se’n pot seguir el progrés.',
    'agent-too-large': 'L’equip {client} ({address}) ha enviat una resposta massa gran.',
    'repository-refused':
      'El repositori {repository} ({address}) rebutja la connexió: l’ogRepository no està en marxa.',
    'repository-timeout': 'El repositori {repository} ({address}) no ha respost en {seconds} s.',
    'repository-unreachable':
      'No es pot arribar al repositori {repository} ({address}). Comproveu la xarxa i que el servidor està engegat.',
    'repository-tls':
      'No s’ha pogut establir una connexió segura amb el repositori {repository} ({address}).',
    'repository-connection-lost':
      'El repositori {repository} ({address}) ha tallat la connexió abans de respondre.',
    'repository-error': 'El repositori {repository} ({address}) ha respost amb un error: «{text}».',
    'repository-busy': 'El repositori {repository} ({address}) està ocupat. Torneu-ho a provar més tard.',
    'repository-unauthorized': 'El repositori {repository} ({address}) no autoritza l’operació.',
    'repository-unknown-operation': 'El repositori {repository} ({address}) no coneix l’operació.',
    'repository-not-json':
      'El repositori {repository} ({address}) ha respost una cosa que no s’entén. Comproveu que en aquesta adreça hi ha un ogRepository.',
    'repository-unexpected-reply':
      'El repositori {repository} ({address}) ha donat una resposta que no és l’esperada (estat HTTP {status}).',
    'repository-no-job-id':
      'El repositori {repository} ({address}) ha respost sense identificador de treball, així que no se’n pot seguir el progrés.',
    'repository-too-large': 'El repositori {repository} ({address}) ha enviat una resposta massa gran.',
    'repository-certificate-changed':
      'El certificat del repositori {repository} ({address}) ha canviat des de la primera connexió. Si no l’ha canviat l’administrador, algú pot estar suplantant-lo.',
    'job-failed': 'L’equip {client} ha acabat la tasca amb un error. {explanation}',
    'repository-job-failed': 'El repositori {repository} ha acabat la tasca amb un error: «{text}».',
    'no-answer':
      'Sense resposta: no hi ha hagut notícies de la tasca en {minutes} min. Si el resultat arriba més tard, es tindrà en compte.',
    'not-found': 'Ja no existeix. Potser s’ha eliminat des d’una altra finestra.',
    'name-empty': 'Escriviu un nom canònic.',
    'name-too-long': 'El nom canònic té {length} caràcters; el màxim és {max}.',
    'name-characters': 'El nom canònic només pot dur lletres sense accent, dígits, «_» i «-».',
    'name-taken': 'Ja hi ha una imatge «{name}» al repositori {repository}. Trieu un altre nom.',
    'partition-not-cloneable': 'La partició {partition} del disc {disk} no es pot clonar.',
    'client-job-running': 'L’equip {client} ja té una tasca en curs: {command}. Espereu que acabi.',
    'client-not-og-live':
      'L’equip {client} no és en ogLive, sinó en «{state}». Reinicieu-lo en ogLive per crear la imatge.',
    'no-repository': 'L’equip {client} no té repositori. Assigneu-n’hi un a ell o a la seva aula.',
    'image-in-use': 'La imatge «{name}» té una tasca en curs. Espereu que acabi.',
    'image-leaving':
      'La imatge «{name}» s’està eliminant del repositori. Espereu que acabi: si el repositori s’hi nega, la imatge es queda.',
    'image-not-retryable':
      'Els fitxers auxiliars de la imatge «{name}» no es poden tornar a demanar en el seu estat actual.',
    'duplicate-mac': 'L’adreça MAC {mac} ja és de l’equip {client}.',
    'duplicate-ip': 'L’adreça IP {ip} ja és de l’equip {client}.',
    'duplicate-name': 'Ja existeix «{name}».',
    'duplicate-client-name': 'Ja hi ha un equip «{name}» a {unit}.',
    'duplicate-repository-address':
      'L’adreça {address} ja és del repositori «{repository}». Escriviu una altra adreça o un altre port.',
    'ip-outside-subnet':
      'L’adreça IP {ip} no pertany a la subxarxa {subnet} ({netmask}). Corregiu l’adreça o trieu una altra subxarxa.',
    'ip-of-network':
      'L’adreça IP {ip} és la de la mateixa xarxa «{name}» ({subnet}, {netmask}). Trieu una altra adreça per a l’equip.',
    'ip-of-router':
      'L’adreça IP {ip} és la de l’encaminador de «{name}». Trieu una altra adreça per a l’equip.',
    'subnet-leaves-client':
      'Amb aquestes dades, {ip} ({client}) quedaria fora de la subxarxa. Canvieu abans la subxarxa dels seus equips.',
    'subnet-in-use':
      'La subxarxa «{name}» té equips ({count}), el primer {client}. Assigneu-los abans una altra subxarxa.',
    'repository-in-use':
      'El repositori «{name}» està en ús: {units} unitats, {clients} equips i {images} imatges l’anomenen. Assigneu-los-en abans un altre.',
    'unit-into-itself': '«{name}» no es pot moure dins d’ella mateixa.',
    'unit-cannot-hold':
      '«{name}» no pot ser dins de «{parent}»: un centre conté grups d’aules i aules, i una aula conté grups d’equips.',
    'undo-gone': 'Ja no es pot desfer: el canvi és d’una sessió anterior o ja s’ha desfet.',
    'undo-clash':
      'No es pot desfer: alguna cosa que s’ha creat després n’ocupa el lloc o alguna cosa de què depèn ja no existeix. No s’ha canviat res.',
    'certificate-not-seen':
      'El certificat triat no és el que ha mostrat el servidor. Torneu a provar la connexió.',
    'image-without-fullsum':
      'El fitxer de la imatge «{name}» no es pot eliminar: no se’n coneix el fullsum. Podeu eliminar només el registre.',
    'image-file-name': 'El fitxer «{name}» de la paperera no té un nom canònic d’imatge.',
    'invalid-input': 'La dada «{field}» no és vàlida: {problem}',
    'unknown-reference': '«{name}», que s’anomena a {field}, no és entre «{list}» del fitxer.',
    'inventory-newer':
      'El fitxer d’inventari és d’una versió més nova ({version}) que la que entén aquest programa ({supported}). Actualitzeu l’ogDesk.',
    'plan-of-classroom': '«{name}» no és una aula, i només les aules tenen plànol. Trieu una aula.',
    'seat-foreign':
      'L’equip {client} no és de l’aula {classroom}. Moveu-lo abans a aquesta aula o a un dels seus grups.',
    'seat-outside':
      'L’equip {client} no cap a la columna {column}, fila {row}: el plànol té {columns} columnes i {rows} files. Amplieu el plànol o trieu un altre lloc.',
    'seat-taken':
      'L’equip {client} no es pot col·locar a la columna {column}, fila {row}: hi ha {other}. Trieu un altre lloc.',
    'partitions-not-og-live':
      'L’equip {client} no és a ogLive, sinó a «{state}». Les seves particions només es poden llegir a ogLive: reinicieu-lo a ogLive i torneu-ho a provar.',
    'cfg-missing':
      'L’equip {client} ha acabat sense enviar la seva taula de particions. La que es coneixia no ha canviat; torneu-ho a provar.',
    'cfg-invalid':
      'No s’entén la taula de particions que ha enviat l’equip {client}: {problem}. La que es coneixia no ha canviat. Comproveu la versió d’ogAgent a l’equip.',
    'inventory-invalid':
      '{client} ha acabat l’inventari, però ogDesk no el pot llegir: {problem}. No s’ha desat res; torneu a demanar-lo.',
    'import-gone':
      'La consola ja no tenia oberta aquesta importació. No s’ha importat res: reviseu la vista prèvia, que s’ha tornat a calcular.',
    'import-outdated':
      'L’inventari ha canviat des de la vista prèvia, i «{name}» ja no faria el que es mostrava. No s’ha importat res: reviseu la vista prèvia, que s’ha tornat a calcular.',
    'import-bad-row':
      '«{name}» (línia {line}) té un error i no es pot importar. No s’ha importat res: traieu-lo de la selecció.',
    'import-bad-certificate':
      'El certificat del repositori «{name}» no correspon a l’empremta que l’acompanya. No s’ha importat res: torneu a exportar l’inventari d’origen.',
    'import-too-large':
      'El fitxer ocupa {size} MB i el màxim és {max} MB. Dividiu-lo, o exporteu només els equips.',
    'port-in-use':
      'El port {port} està ocupat per un altre programa. Trieu un altre port o tanqueu aquest programa.',
    'port-not-allowed': 'El sistema no permet fer servir el port {port}. Trieu-ne un de més gran que 1023.',
    'address-not-available': 'L’adreça {host} no és d’aquest ordinador. Trieu-ne una altra.',
    'listen-failed': 'No s’ha pogut obrir el port {port}: {text}',
    'disk-full':
      'No hi ha espai al disc de {directory}, i l’últim no s’ha desat. Allibereu espai i torneu-ho a provar.',
    'disk-unwritable':
      'No es pot escriure al disc de {directory}, i l’últim no s’ha desat. Comproveu el disc i els permisos de la carpeta, i torneu-ho a provar.',
    'data-directory-in-use':
      'Un altre ogDesk ja treballa amb la carpeta de dades {directory}. Tanqueu-lo, o trieu una altra carpeta amb --data-dir.',
    'database-newer':
      'La base de dades és d’una versió més nova d’ogDesk ({found}) que la que entén aquest programa ({supported}). No s’ha tocat res; actualitzeu ogDesk.',
    'database-damaged':
      'La base de dades està malmesa: {text}. Restaureu l’última còpia de seguretat bona, o reinicieu ogDesk perquè l’aparti i us l’ofereixi.',
    'migration-backup-failed':
      'La base de dades no s’ha actualitzat, perquè abans no se n’ha pogut desar una còpia a {folder}: {text}. No s’ha tocat res; allibereu espai o corregiu els permisos i torneu a obrir ogDesk.',
    'backup-failed':
      'No s’ha pogut desar la còpia de seguretat a {folder}: {text}. Allibereu espai o corregiu els permisos i torneu-ho a provar.',
    'backup-damaged': 'La còpia de seguretat {name} està malmesa i no es pot fer servir. Trieu-ne una altra.',
    'backup-newer':
      'La còpia de seguretat {name} és d’una versió més nova d’ogDesk. Actualitzeu ogDesk per fer-la servir.',
    'backups-in-memory':
      'La consola desa les dades només a la memòria: no hi ha res per copiar ni restaurar.',
    'restore-failed':
      'No s’ha pogut fer servir la còpia de seguretat {name}: {text}. La base de dades continua com estava.',
    'restore-jobs-running':
      'Hi ha tasques en curs ({jobs}). Espereu que acabin abans de restaurar una còpia de seguretat.',
    'interrupted-by-restore':
      'La tasca estava en curs quan es va fer la còpia de seguretat que s’ha restaurat, de manera que no se sap com va acabar.',
    'client-removed':
      'Es va cancel·lar perquè {client} es va eliminar de l’inventari abans que li arribés el torn.',
    'no-targets': "Cap dels equips triats pot rebre l'ordre.",
    'target-on': '{client} ja està engegat ({state}).',
    'target-off': '{client} està apagat o no respon.',
    'target-initializing': '{client} està arrencant; espereu que acabi.',
    'target-not-og-live': '{client} no és a ogLive ({state}). Reinicieu-lo en ogLive per a aquesta ordre.',
    'target-not-system':
      '{client} no ha arrencat cap sistema instal·lat ({state}): aquesta ordre és per a Windows, Linux o macOS.',
    'target-no-secret':
      '{client} ({state}) encara no ha lliurat el secret del seu ogAgent i per això no accepta ordres. El lliura en arrencar: reinicieu-lo.',
    'target-no-partition': '{client} no té la partició {partition} del disc {disk}.',
    'target-in-session': '{user} té una sessió oberta a {client}: perdrà el que no hagi desat.',
    'deploy-image-not-ready':
      'La imatge «{name}» no es pot desplegar: no està creada amb èxit. Espereu que acabi o torneu a crear-la.',
    'deploy-not-a-target':
      'A {client}, la partició {partition} del disc {disk} és d’un tipus que no pot rebre una imatge. Trieu-ne una altra.',
    'deploy-too-small':
      'A {client}, la partició {partition} del disc {disk} té {size} i la imatge necessita {needed}. Trieu una altra partició o amplieu-la abans.',
    'deploy-other-table':
      'A {client}, el disc {disk} té una taula {found} i la imatge ve d’una {expected}: pot ser que el sistema no arrenqui.',
    'deploy-other-type':
      'A {client}, la partició {partition} del disc {disk} és de tipus {found} i la imatge ve d’una {expected}: pot ser que el sistema no la reconegui.',
    'deploy-size-unknown':
      'No se sap de quina mida era la partició d’on ve la imatge «{name}»: comproveu que hi cap.',
    'deploy-no-cache':
      '{client} no té partició de memòria cau, i aquest protocol hi deixa la imatge. Feu servir unicast o creeu-la abans.',
    'deploy-cache-full':
      'A la memòria cau de {client} queden {room} lliures i la imatge ocupa {needed}. Elimineu-ne abans alguna imatge.',
    'deploy-file-missing':
      'El repositori {repository} no té el fitxer de la imatge «{name}». Comproveu el repositori o torneu a crear la imatge.',
    'deploy-other-version':
      'El fitxer de «{name}» que hi ha al repositori {repository} no és el que es va crear des d’aquí: el seu fullsum és un altre.',
    'target-disk-changed':
      'El disc {disk} de {client} ha canviat des que es va obrir l’editor, així que no s’ha tocat. Torneu a obrir «Particiona i formata» per veure com està ara.',
    'target-disk-differs':
      'Al disc {disk} de {client} no es podria conservar la partició {partition}, perquè no hi és o no és com la de la taula que s’envia. Actualitzeu les seves particions, o particioneu-lo a part.',
    'wake-unanswered':
      "{client} no s'ha engegat: se li va enviar el paquet màgic i ogAgent no ha donat senyals en {minutes} min. Comproveu a la BIOS l'arrencada per xarxa (wake-on-LAN) i que té corrent.",
    'wake-not-sent':
      "No s'ha pogut enviar el paquet màgic per a {client} per {address}: {text}. Comproveu als ajustos per quina interfície surt.",
    'reply-lost':
      "No se sap si {client} va rebre l'ordre: la consola es va tancar abans que respongués. Comproveu-ho a l'equip abans de repetir-la.",
    'batch-running': 'Aquesta ordre no ha acabat. Cancel·leu abans el que en queda.',
    'agent-cert-untrusted':
      'L’equip {client} ({address}) presenta un certificat que no ha signat la CA del centre, així que no se li ha enviat res. Instal·leu al seu ogAgent un certificat del centre o, si respon un altre en lloc seu, desconnecteu-lo de la xarxa.',
    'agent-cert-dates':
      'El certificat de l’equip {client} ({address}) ha caducat (com el que porten de fàbrica els ogAgent) o encara no és vàlid, així que no se li ha enviat res. Instal·leu-ne un del centre i comproveu el rellotge d’aquest lloc.',
    'agent-cert-name':
      'El que respon a {address} té un certificat del centre, però no és el de l’equip {client}: ni la seva IP ni el seu nom hi són. Comproveu quin equip té aquesta adreça o emeteu el certificat amb aquesta IP (SAN).',
    'repository-cert-untrusted':
      'El repositori {repository} ({address}) presenta un certificat que no ha signat la CA del centre, així que no se li ha enviat res. Instal·leu-hi un certificat del centre o comproveu qui respon en aquesta adreça.',
    'repository-cert-dates':
      'El certificat del repositori {repository} ({address}) ha caducat o encara no és vàlid, així que no se li ha enviat res. Renoveu-lo i comproveu el rellotge d’aquest lloc.',
    'repository-cert-name':
      'El que respon a {address} té un certificat del centre, però no és el del repositori {repository}: ni la seva IP ni el seu nom hi són. Comproveu l’adreça o emeteu el certificat amb aquesta IP (SAN).',
    'pem-no-certificate':
      'Aquí no hi ha cap certificat en format PEM (el text entre «-----BEGIN CERTIFICATE-----» i «-----END CERTIFICATE-----»). Si el fitxer és DER o PFX, convertiu-lo a PEM. No s’ha canviat res.',
    'pem-unreadable':
      'El certificat està incomplet o malmès i no es pot llegir. Torneu a copiar-lo sencer. No s’ha canviat res.',
    'pem-has-key':
      'Aquest text conté una clau privada: de la CA del centre només cal el certificat. No s’ha desat res; no deixeu la clau en aquest lloc.',
    'pem-no-key':
      'Aquí no hi ha cap clau privada en format PEM («-----BEGIN PRIVATE KEY-----»). No s’ha canviat res.',
    'key-encrypted':
      'La clau està protegida amb contrasenya. Traieu-la-hi (openssl pkey -in clau.pem -out sense.pem) i torneu-ho a provar: ogDesk la desa xifrada. No s’ha canviat res.',
    'key-unreadable': 'La clau privada està incompleta o malmesa i no es pot llegir. No s’ha canviat res.',
    'key-mismatch':
      'La clau no és la del certificat «{name}». Trieu la clau amb què es va demanar aquest certificat. No s’ha canviat res.',
    'key-not-decrypted':
      'La clau desada es va xifrar en un altre lloc o amb un altre usuari i no es pot llegir, així que no es fa servir. Torneu a afegir el certificat amb la seva clau.',
    'token-not-decrypted':
      'El testimoni desat es va xifrar en un altre lloc o amb un altre usuari i no es pot llegir: no s’accepta cap avís que el necessiti. Genereu-ne un de nou.',
    'token-missing': 'Encara no hi ha cap testimoni per exigir. Genereu-ne un primer.',
    'certificate-expired': 'El certificat «{name}» va caducar el {date}. Aconseguiu-ne un de vigent.',
    'certificate-not-yet':
      'El certificat «{name}» no és vàlid fins al {date}. Comproveu el rellotge d’aquest lloc o espereu aquesta data.',
    'certificate-ends-soon':
      'El certificat «{name}» caduca el {date}. Aconseguiu-ne un altre abans d’aquest dia.',
    'certificate-no-authority':
      'El certificat «{name}» no és d’una autoritat (CA), així que amb ell no se’n pot comprovar cap altre. Trieu el de la CA del centre. No s’ha canviat res.',
    'certificate-unusable':
      'El certificat o la seva clau no serveixen per a una connexió segura: «{text}». No s’ha canviat res.',
    'certificate-other-names':
      'El certificat és de {names}, però els avisos arriben a {addresses}. Els equips que el comprovin el rebutjaran: emeteu-lo amb alguna d’aquestes adreces (SAN).',
    'batch-ended': 'Aquesta ordre ja ha acabat.'
  },
  agentErrors: {
    '001': 'Format d’execució incorrecte.',
    '002': 'No s’ha trobat el fitxer o el dispositiu.',
    '003': 'Error en la partició del disc.',
    '004': 'La partició o el fitxer estan bloquejats.',
    '005': 'Error en crear o restaurar la imatge.',
    '006': 'No hi ha sistema operatiu a la partició.',
    '007': 'El programa o la funció no es poden executar.',
    '010': 'Error en cridar la interfície del client.',
    '012': 'Error en enviar un fitxer per la xarxa.',
    '013': 'Error en crear un procés a l’equip.',
    '014': 'Error en escriure a la destinació.',
    '015': 'L’equip no té partició de memòria cau.',
    '016': 'No hi ha espai a la memòria cau de l’equip.',
    '017': 'Error en reduir el sistema de fitxers.',
    '018': 'Error en ampliar el sistema de fitxers.',
    '019': 'Valor fora de rang.',
    '020': 'El sistema de fitxers no es coneix o no es pot muntar.',
    '021': 'Error en la partició de memòria cau local.',
    '022': 'El disc no té taula de particions GPT.',
    '030': 'La imatge és més gran que la partició.',
    '031': 'Error en actualitzar la memòria cau.',
    '032': 'Error en formatar.',
    '033': 'El fitxer de la imatge està malmès o és d’una altra versió de partclone.',
    transfer: 'Error en la transferència per unicast o multicast.'
  },
  checks: {
    'webhook-server': 'La consola pot rebre avisos',
    'client-agent': 'L’ogAgent respon a l’equip',
    'client-og-live': 'L’equip és en ogLive',
    'client-free': 'L’equip no té cap altra tasca',
    'partition-cloneable': 'La partició es pot clonar',
    'name-free': 'El nom està lliure',
    repository: 'El repositori respon',
    'repository-name-free': 'No hi ha cap altra imatge amb aquest nom al repositori'
  },
  checkStates: {
    running: 'S’està comprovant',
    passed: 'Correcte',
    warning: 'Avís',
    failed: 'Error',
    skipped: 'Sense comprovar'
  },
  notCloneable: {
    'whole-disk': 'És el disc sencer, no una partició',
    'partition-type': 'El seu tipus de partició no es clona',
    'no-file-system': 'No té sistema de fitxers',
    cache: 'És la memòria cau local de l’equip'
  },
  history: {
    created: 'Tasca anotada',
    call: 'Crida a {peer}: {method} {url}',
    reply: 'Resposta de {peer} (HTTP {status}, {milliseconds} ms)',
    'disk-read': 'Discos llegits de nou abans d’enviar l’ordre',
    woken: 'Paquet màgic enviat a {address}',
    reported: "L'equip ha donat senyals de vida: {state}",
    'reported-late': 'L’equip s’ha engegat tard, al cap de {minutes} min: {state}',
    'call-failed': 'La crida a {peer} ha fallat',
    accepted: 'Acceptada amb el fil de treball {job}',
    progress: 'Avís de progrés: {percent} %',
    result: 'Avís amb el resultat',
    ignored: 'Avís rebut que no canvia l’estat',
    deadline: 'Ha vençut el termini sense notícies ({minutes} min)',
    asked: 'Es pregunta a {peer}: {state}',
    kept: 'El termini ha vençut, però respon: s’esperen notícies {minutes} min més',
    'clock-set': 'El rellotge d’aquest lloc ha canviat {minutes} min: el termini s’ha mogut amb ell',
    slept: 'Aquest lloc ha estat suspès {minutes} min sense poder rebre avisos: es torna a preguntar',
    resumed: 'Represa en iniciar la consola',
    ended: 'Fi: {state}'
  },
  problems: {
    seatedTwice: 'el mateix equip hi apareix dues vegades',
    mac: 'no és una adreça MAC',
    netmask: 'no és una màscara de xarxa',
    multicast: 'no és una adreça multicast (de 224.0.0.0 a 239.255.255.255)',
    namePattern: 'no és un patró de noms: ha de dur un sol %d o %02d, com ara «aula1-pc%02d»'
  },
  /** What is wrong with a partition table that an agent has sent; a part of a sentence. */
  cfgProblems: {
    format: 'no és ni un text ni una llista de registres',
    empty: 'no porta cap partició',
    missing: 'al registre {record} falta el camp «{field}»',
    number: 'al registre {record}, el camp «{field}» val «{value}», que no és un nombre vàlid',
    code: 'al registre {record}, «{value}» no és un codi de partició',
    duplicate: 'el registre {record} repeteix la partició {value}',
    'too-many': 'porta més de {most} registres'
  },
  inventoryProblems: {
    missing: 'el resultat no el porta',
    format: 'no té la forma d’un inventari',
    empty: 'no hi ha res',
    'too-many': 'porta massa línies'
  },
  hardwareTypes: {
    cha: 'Xassís',
    mod: 'Model',
    ser: 'Número de sèrie',
    boo: 'Arrencada',
    bio: 'BIOS',
    cpu: 'Processador',
    mem: 'Memòria',
    dis: 'Disc',
    sto: 'Emmagatzematge',
    ide: 'Controladora IDE',
    cdr: 'Unitat òptica',
    vga: 'Gràfics',
    net: 'Xarxa',
    aud: 'So',
    mul: 'Multimèdia',
    usb: 'USB',
    fir: 'FireWire',
    bus: 'Bus'
  },
  answers: { answers: 'respon', silent: 'no respon' },
  peers: { agent: 'ogAgent', repository: 'ogRepository' },
  notices: {
    'image-ready': { title: 'Imatge «{image}» creada', body: 'És a punt a {repository}. Fullsum: {fullsum}' },
    'image-failed': { title: 'Error en la imatge «{image}»', body: '{reason}' },
    'batch-done': { title: '{command}: {target}', body: '{outcome}.' }
  },
  outcome: {
    done: {
      usual: { one: 'Fet a {done} de {total} equip', many: 'Fet a {done} de {total} equips' },
      'deploy-image': {
        one: 'Desplegada a {done} de {total} equip',
        many: 'Desplegada a {done} de {total} equips'
      },
      'run-script': {
        one: 'Executat a {done} de {total} equip',
        many: 'Executat a {done} de {total} equips'
      },
      message: { one: 'Enviat a {done} de {total} equip', many: 'Enviat a {done} de {total} equips' }
    },
    waiting: 'en queden {count}',
    silent: { one: '1 no va respondre: {names}', many: '{count} no van respondre: {names}' },
    failed: { one: '1 va fallar: {names}', many: '{count} van fallar: {names}' },
    cancelled: { one: '1 es va cancel·lar', many: '{count} es van cancel·lar' },
    more: '{names} i {count} més'
  }
}
