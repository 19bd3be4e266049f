/** Commands, their targets, and the batches that come of them, in Catalan. */
import type { Messages } from './es.ts'

const ca: Messages = {
  menu: {
    label: 'Ordres',
    of: 'Ordres per a {name}',
    giveTo: '{command}: {name}',
    computersOf: '{target} | 1 equip de {target} | {n} equips de {target}',
    noTargets: 'Aquí no hi ha equips',
    oneOnly: 'Trieu un sol equip com a model',
    nobody: {
      'og-live': 'No és a ogLive | Cap no és a ogLive',
      system: 'Sense sistema arrencat o sense secret',
      any: 'No respon: es pot deixar en espera | Cap no respon: es pot deixar en espera',
      wake: 'Ja és encès | Ja són tots encesos'
    }
  },
  keywords: {
    'power-on': 'arrencar despertar wol wake on lan',
    'power-off': 'desconnectar poweroff halt',
    reboot: 'rearrencar reset',
    login: 'arrencar entrar sistema',
    'deploy-image': 'restaurar clonar instal·lar bolcar',
    'delete-cached-image': 'esborrar treure memòria cau',
    'partition-and-format': 'discos format taula configurar',
    'software-inventory': 'programes aplicacions instal·lat',
    'hardware-inventory': 'components memòria processador',
    message: 'avís popup comunicar',
    logout: 'sortir expulsar usuari',
    'run-script': 'llançar programa bash',
    refresh: 'particions discos llegir'
  },
  doors: { 'og-live': 'per ogLive', system: 'pel seu sistema', wake: 'amb un paquet màgic' },
  dialog: {
    when: 'Quan',
    moments: { now: 'Ara', at: 'A una hora', 'next-report': 'Quan l’equip es connecti' },
    momentHints: {
      at: 'S’executa a aquesta hora si l’ogDesk és obert; si no, en obrir-lo.',
      'next-report': 'Cada equip la rep la pròxima vegada que s’encengui i avisi la consola.'
    },
    date: 'Data',
    time: 'Hora',
    past: 'Trieu una data i una hora que no hagin passat.',
    targets: 'Equips',
    checking: 'Preguntant als equips: {done} de {total}',
    takePart: 'Hi participen ({n})',
    leftOut: 'En queden fora ({n})',
    noneTakes: 'Cap dels equips no pot rebre l’ordre ara.',
    waitInstead: 'Podeu deixar-la en espera: trieu «Quan l’equip es connecti».',
    warned: '1 equip amb avisos | {n} equips amb avisos',
    understood: 'Entenc que es perdran les dades d’1 equip | Entenc que es perdran les dades de {n} equips',
    verbs: {
      'power-on': 'Encén {computers}',
      'power-off': 'Apaga {computers}',
      reboot: 'Reinicia {computers}',
      login: 'Inicia la sessió a {computers}',
      logout: 'Tanca la sessió de {computers}',
      message: 'Envia el missatge a {computers}',
      'run-script': 'Executa a {computers}',
      'delete-cached-image': 'Elimina de la memòria cau de {computers}',
      'hardware-inventory': 'Inventaria el maquinari de {computers}',
      'software-inventory': 'Inventaria el programari de {computers}',
      refresh: 'Actualitza {computers}',
      'deploy-image': 'Desplega a {computers}',
      'partition-and-format': 'Particiona {computers}'
    },
    later: { at: 'Programa per a {computers}', 'next-report': 'Deixa en espera per a {computers}' },
    computers: 'cap equip | 1 equip | {n} equips'
  },
  forms: {
    place: 'Disc i partició',
    placeOption: 'Disc {disk}, partició {partition} · {system}',
    placeCount: 'a {n} de {total} equips',
    placeLoading: 'Llegint les particions dels equips…',
    placeNone:
      'No es coneix cap partició amb un sistema instal·lat. Feu servir abans «Actualitza» amb els equips a ogLive.',
    messageTitle: 'Títol',
    messageText: 'Missatge',
    preview: 'Així el veurà l’usuari',
    previewNoTitle: 'Missatge',
    messageRequired: 'Escriviu el missatge.',
    imageName: 'Imatge',
    imageHint: 'S’esborra de la memòria cau local dels equips; al repositori no es toca.',
    imageRequired: 'Escriviu o trieu el nom de la imatge.',
    script: 'Script',
    scriptHint: 'A ogLive l’executa root; en un sistema instal·lat, el seu ogAgent com a administrador.',
    scriptRequired: 'Escriviu l’script.',
    scriptName: 'Nom',
    scriptNameHint: 'Per reconèixer l’ordre després.',
    library: 'De la biblioteca',
    typed: 'Escrit ara',
    libraryEmpty: 'La biblioteca és buida: escriviu l’script aquí o deseu-lo a «Scripts».',
    inSession: 'A la sessió de l’usuari que hi seu',
    inSessionHint: 'Només en sistemes instal·lats amb algú a dins; a ogLive no canvia res.',
    finalScript: 'El que s’executarà'
  },
  batchStates: {
    waiting: 'En espera',
    running: 'En curs',
    paused: 'En pausa',
    unconfirmed: 'Pendent de confirmar',
    done: 'Acabada',
    failed: 'Acabada amb errors',
    cancelled: 'Cancel·lada'
  },
  batches: {
    title: 'Ordres',
    subtitle: 'Ordres per a un equip o molts: les que esperen, les que estan en marxa i com han acabat.',
    sections: {
      unconfirmed: 'Pendents de confirmar',
      running: 'En curs',
      waiting: 'En espera',
      done: 'Acabades'
    },
    empty: 'Encara no hi ha ordres',
    emptyText:
      'Trieu equips o una aula a «Grups» i doneu una ordre amb el menú «Ordres». Aquí veureu com va.',
    toGroups: 'Vés a Grups',
    badge: 'ordres pendents de confirmar',
    name: '{command}: {target}',
    number: 'Ordre {number}',
    progressOf: 'Progrés de l’ordre {number}',
    actionsOf: 'Accions de l’ordre {number}'
  },
  batch: {
    back: 'Torna a Ordres',
    missing: 'No existeix aquesta ordre',
    missingText: 'Potser l’han treta de la llista. Les seves traces continuen a «Traces».',
    asked: 'Què es va demanar',
    computers: 'Equips',
    filter: 'Equips per estat; premeu-ne un per veure només aquests',
    columns: { client: 'Equip', state: 'Estat', reason: 'Motiu', time: 'Temps', trace: 'Traça' },
    traceLink: 'Traça {id}',
    traceLabel: 'Traça {id} de {client}',
    progressOf: 'Progrés de {client}',
    gone: 'Equip eliminat',
    waitsFor: {
      now: 'Espera el seu torn',
      at: 'Espera la seva hora',
      'next-report': 'Espera que l’equip es connecti',
      paused: 'L’ordre està en pausa',
      unconfirmed: 'Espera la vostra confirmació'
    },
    noMatch: 'Cap equip no és en aquest estat.',
    select: 'Selecciona {client}',
    selectAll: 'Selecciona tots els que es mostren',
    lasted: 'Ha durat {elapsed}',
    since: 'Des de fa {elapsed}',
    when: {
      at: 'S’executa el {time}',
      next: 'S’executa a cada equip quan es connecti',
      started: 'Va començar el {time}',
      finished: 'Va acabar el {time}',
      lasted: 'va durar {elapsed}'
    },
    facts: {
      moment: 'Quan',
      created: 'Creada',
      started: 'Inici',
      finished: 'Finalització',
      retryOf: 'Reintent de',
      image: 'Imatge',
      place: 'Disc i partició',
      message: 'Missatge',
      script: 'Script',
      protocol: 'Protocol',
      disk: 'Disc'
    },
    placeText: 'disc {disk}, partició {partition}',
    retryLink: 'Ordre {number}',
    retryUnknown: 'Una altra ordre',
    traces: 'Mostra’n les traces',
    unconfirmed: {
      title: 'Aquesta ordre necessita la vostra confirmació',
      at: 'S’havia d’executar el {time} ({ago}) i l’ogDesk no la va executar llavors. Com que interromp o esborra, no es fa tard sense preguntar: voleu executar-la ara?',
      other:
        'Espera des del {time} ({ago}). Com que interromp o esborra, no es fa tan tard sense preguntar: voleu executar-la ara?',
      begun:
        'Va començar el {time} ({ago}) i després va quedar aturada, en pausa o amb l’ogDesk tancat. Com que interromp o esborra, no continua tan tard sense preguntar: voleu seguir amb els equips que falten?',
      restored:
        'Ve d’una còpia de seguretat restaurada, o el rellotge d’aquest lloc ha canviat des que es va donar (el {time}, {ago}). Així no es fa res sense preguntar: voleu executar-la ara?'
    }
  },
  actions: {
    pause: 'Posa en pausa',
    resume: 'Continua',
    cancel: 'Cancel·la el que està pendent',
    cancelAll: 'Cancel·la l’ordre',
    cancelPicked: 'Cancel·la els triats ({n})',
    retry: 'Reintenta els fallits ({n})',
    retryPicked: 'Reintenta els triats ({n})',
    reschedule: 'Canvia l’hora',
    runNow: 'Executa ara',
    remove: 'Treu de la llista',
    cancelTitle: 'Voleu cancel·lar el que no ha començat?',
    cancelText:
      '1 equip no rebrà l’ordre. Els que ja han començat continuen fins al final. | {n} equips no rebran l’ordre. Els que ja han començat continuen fins al final.',
    keep: 'No cancel·lis',
    runNowTitle: 'Voleu executar-la ara?',
    rescheduleTitle: 'Quan s’executa',
    save: 'Desa',
    done: {
      paused: 'L’ordre està en pausa: no comença en més equips.',
      resumed: 'L’ordre continua.',
      asks: 'L’ordre fa massa temps que està aturada: confirmeu-la abans de continuar.',
      cancelled: 'El que no havia començat està cancel·lat.',
      rescheduled: 'L’hora està canviada.',
      runs: 'L’ordre s’està executant.',
      removed: 'L’ordre ja no és a la llista; les seves traces es conserven.',
      retried: 'Es torna a intentar amb una ordre nova.'
    }
  },
  given: 'L’ordre està donada.',
  showBatch: 'Mostra l’ordre',
  traces: { ofBatch: 'De l’ordre: {name}', allTraces: 'Mostra totes les traces', batch: 'Ordre' },
  drawer: { computers: '{done} de {total} equips' },
  client: {
    doors: {
      'og-live': 'ogLive: accepta totes les ordres de disc, inventari i encesa',
      busy: 'ogLive, ocupat: accepta una altra ordre quan acabi la seva',
      system: '{system}: accepta missatge, apagar, reiniciar, tancar la sessió i script',
      off: 'Apagat: només es pot encendre',
      unknown: 'No se sap com està: només es pot encendre',
      initializing: 'Està arrencant: espereu que acabi',
      'no-secret': '{system}, sense secret: no accepta ordres. El lliura en arrencar; reinicieu-lo a mà'
    },
    ask: 'Consulta',
    detail: 'El que diu el seu sistema',
    user: 'Usuari',
    nobody: 'Ningú',
    load: 'Càrrega',
    system: 'Sistema',
    agent: 'Versió d’ogAgent',
    sessions: 'Sessions'
  },
  settings: {
    title: 'Ordres',
    text: 'Quants equips treballen alhora i quant s’espera cadascun. En blanc val l’habitual.',
    columns: {
      command: 'Ordre',
      concurrency: 'Equips alhora',
      stagger: 'Entre l’un i l’altre (ms)',
      deadlineMinutes: 'Termini (min)'
    },
    fieldOf: '{field} de {command}',
    rules: { concurrency: 'De l’1 al 1000', stagger: 'Del 0 al 60000', deadlineMinutes: 'De l’1 al 10080' },
    wake: 'Encesa per xarxa',
    late: 'Ordres endarrerides',
    wakeBy: 'Qui envia el paquet màgic',
    wakeByChoices: { console: 'Aquest lloc', repository: 'El repositori de cada equip' },
    interface: 'Interfície de sortida',
    interfaceAuto: 'La que triï el sistema',
    port: 'Port',
    portRule: 'Un nombre de l’1 al 65535.',
    queueLimit: 'Hores després de les quals es pregunta',
    queueLimitText:
      'Una ordre que interromp o esborra i que ha esperat més que això no s’executa sense que algú la confirmi.',
    queueLimitRule: 'De l’1 al 744 hores.',
    own: 'Valors propis per ordre'
  }
}

export default ca
