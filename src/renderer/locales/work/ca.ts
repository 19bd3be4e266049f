import type { WorkMessages } from './es.ts'

const ca: WorkMessages = {
  common: {
    copy: 'Copia',
    copied: 'Copiat',
    copyFailed: 'No s’ha pogut copiar',
    copyThing: 'Copia {thing}',
    retry: 'Torna-ho a provar',
    perPage: 'Elements per pàgina:'
  },
  createImage: {
    title: 'Crea una imatge des de model',
    client: 'Equip model: {name} ({ip})',
    backToClient: 'Torna a {name}',
    save: 'Desa i executa',
    saving: 'S’està enviant l’ordre a {client}… La resposta pot trigar uns segons.',
    ready: 'Tot a punt per crear la imatge.',
    sections: {
      image: 'Imatge',
      partition: 'Selecciona la partició',
      data: 'Descripció de la imatge',
      checks: 'Comprovacions prèvies',
      call: 'Crida a l’ogAgent'
    },
    fields: {
      name: 'Nom canònic',
      nameHint: 'Lletres sense accent, números, «_» i «-». Serà el nom del fitxer al repositori.',
      nameFile: 'Fitxer al repositori: {file}',
      nameLocked: 'Es torna a crear una imatge que ja existeix: conserva el seu nom.',
      existing: 'Imatge creada prèviament',
      existingHint: 'En blanc: es crea una imatge nova. Trieu una imatge per tornar-la a crear.',
      existingChosen: 'El fitxer de la imatge al repositori se substituirà pel nou.',
      existingFailed: 'La creació d’aquesta imatge va fallar: es tornarà a intentar amb la mateixa.',
      existingNone: 'Aquest repositori encara no té imatges.',
      existingBusy: 'Una altra tasca l’està creant',
      description: 'Descripció',
      type: 'Tipus',
      version: 'Versió',
      architecture: 'Arquitectura',
      repository: 'Repositori',
      repositoryNone: 'No hi ha cap repositori. Creeu-lo a «Repositoris».'
    },
    nameProblems: {
      empty: 'Escriviu un nom canònic.',
      'too-long': 'El nom no pot passar de {max} caràcters.',
      characters: 'Només lletres sense accent, números, «_» i «-»; sense espais.',
      taken: 'Ja hi ha una imatge «{name}» en aquest repositori.'
    },
    recreate: 'Torna a crear «{name}»',
    partitions: {
      caption: 'Particions de {client}; trieu la que voleu convertir en imatge',
      choose: 'Tria',
      chooseRow: 'Disc {disk}, partició {partition}: {what}',
      disk: 'Disc',
      partition: 'Partició',
      type: 'Tipus',
      fileSystem: 'Sistema de fitxers',
      size: 'Mida',
      usage: 'Ús',
      system: 'SO',
      noSystem: 'sense sistema operatiu',
      empty: 'No es coneixen les particions d’aquest equip',
      emptyText:
        'Sense elles no es pot triar què convertir en imatge. L’ogAgent les comunica quan l’equip arrenca amb ogLive.',
      noneCloneable: 'Cap partició d’aquest equip no es pot convertir en imatge.'
    },
    checks: {
      again: 'Torna a comprovar',
      summaryRunning: 'S’està comprovant…',
      summaryPassed: 'Tot correcte',
      summaryFailed: 'Hi ha una comprovació que no es compleix | Hi ha {n} comprovacions que no es compleixen'
    },
    call: {
      intro: 'El que ogDesk enviarà a l’ogAgent de {client}:',
      pending: 'Es mostrarà quan hi hagi nom, repositori i partició.',
      label: 'Crida que s’enviarà, en forma d’ordre curl',
      copy: 'Copia la crida'
    },
    blocked: {
      loading: 'Espereu que es carreguin les dades de l’equip.',
      name: 'Falta un nom canònic vàlid.',
      repository: 'Falta triar el repositori.',
      partition: 'Falta seleccionar la partició.',
      checking: 'Espereu que acabin les comprovacions.',
      checks: 'Hi ha comprovacions que no es compleixen.',
      checksBroken: 'No s’han pogut acabar les comprovacions; premeu «Torna a comprovar».',
      saving: 'S’està enviant l’ordre.'
    },
    done: 'ogAgent ha rebut l’ordre i està creant la imatge «{name}».',
    seeTrace: 'Mostra la traça',
    failed: {
      title: 'No s’ha pogut iniciar la creació de la imatge',
      kept: 'El formulari conserva totes les dades. Corregiu la causa i torneu-ho a provar: es farà servir la mateixa imatge «{name}».',
      keptPlain: 'El formulari conserva totes les dades. Corregiu la causa i torneu-ho a provar.',
      trace: 'Mostra la traça {id}'
    },
    clientMissing: 'No existeix aquest equip',
    clientMissingText: 'Pot ser que l’hagin eliminat. Trieu-ne un altre a «Grups».',
    toGroups: 'Ves a Grups'
  },
  images: {
    title: 'Administra les imatges',
    search: 'Cerca nom d’imatge',
    columns: {
      id: 'ID',
      name: 'Nom d’imatge',
      repository: 'Repositori',
      state: 'Estat',
      fullsum: 'Fullsum',
      size: 'Mida',
      created: 'Data de creació',
      actions: 'Accions'
    },
    empty: 'Encara no hi ha imatges',
    emptyText:
      'Per crear la primera, obriu a «Grups» l’equip que farà de model i trieu «Crea una imatge» al seu menú «Ordres».',
    toGroups: 'Ves a Grups',
    noMatch: 'Cap imatge es diu així',
    noMatchText: 'No hi ha imatges que tinguin «{search}» al nom.',
    clearSearch: 'Esborra la cerca',
    see: 'Mostra el detall de {name}',
    retryAux: 'Regenera els fitxers auxiliars',
    retryAuxOf: 'Regenera els fitxers auxiliars de {name}',
    retryAuxSent: 'El repositori ha rebut l’ordre i està generant els fitxers auxiliars de «{name}».',
    copyFullsum: 'Copia el fullsum de {name}',
    progressOf: 'Progrés de «{name}»',
    unknownRepository: 'Repositori eliminat'
  },
  image: {
    title: 'Imatge {name}',
    number: 'Imatge núm. {number}',
    backToList: 'Torna a Imatges',
    data: 'Dades de la imatge',
    origin: 'Origen',
    traces: 'Traces de la imatge',
    noTraces: 'No hi ha traces d’aquesta imatge.',
    states: {
      'in-progress': 'La imatge està en procés de creació: l’ogAgent hi està treballant.',
      'aux-files-pending':
        'La imatge s’ha creat al repositori, però encara no s’han generat els fitxers auxiliars ni s’ha retornat el fullsum, que serà el seu identificador únic.',
      success:
        'La imatge s’ha creat correctament. Es troba al repositori d’imatges, amb els seus fitxers associats generats satisfactòriament.',
      failed: 'La imatge no s’ha pogut crear, per algun error en el procés.'
    },
    failedAux:
      'El fitxer de la imatge és al repositori, però no s’han pogut generar els seus fitxers auxiliars. Els podeu demanar un altre cop sense repetir la imatge.',
    fields: {
      name: 'Nom canònic',
      description: 'Descripció',
      type: 'Tipus',
      version: 'Versió',
      architecture: 'Arquitectura',
      repository: 'Repositori',
      file: 'Fitxer',
      size: 'Mida',
      fullsum: 'Fullsum',
      uuid: 'Identificador',
      created: 'Data de creació',
      updated: 'Últim canvi',
      ready: 'Completada',
      client: 'Equip model',
      disk: 'Disc',
      partition: 'Partició',
      code: 'Tipus de partició'
    },
    missing: 'No existeix aquesta imatge',
    missingText: 'Pot ser que l’hagin eliminada. Cerqueu-la a la llista d’imatges.',
    clientGone: 'Equip eliminat',
    recreate: 'Torna a crear'
  },
  traces: {
    title: 'Traces d’ordres i procediments',
    columns: {
      id: 'ID',
      command: 'Ordre',
      client: 'Client',
      state: 'Estat',
      job: 'Fil de treball',
      scheduled: 'Programació d’execució',
      finished: 'Finalització'
    },
    filters: {
      label: 'Filtres de les traces',
      client: 'Cerca nom de client',
      command: 'Seleccioneu una ordre',
      state: 'Estat',
      reset: 'Reinicia els filtres'
    },
    empty: 'Encara no hi ha traces',
    emptyText:
      'Aquí apareixerà cada ordre enviada a un equip o a un repositori, amb el seu estat i el seu resultat.',
    noMatch: 'Cap traça compleix els filtres',
    noMatchText: 'Canvieu els filtres o reinicieu-los per veure-les totes.',
    progressOf: 'Progrés de la traça {id}',
    running: 'En marxa des de fa {elapsed}',
    waiting: 'Encara sense notícies del progrés',
    orphans: {
      title: 'Avisos sense traça',
      count: '{n} avís | {n} avisos',
      intro:
        'Avisos que han arribat d’una tasca que ogDesk no coneix; no han canviat cap estat. Solen venir de tasques iniciades per una altra consola.',
      received: 'Rebut',
      from: 'Procedència',
      path: 'Ruta',
      job: 'Fil de treball',
      body: 'Contingut',
      seeBody: 'Mostra el contingut de l’avís de {job}'
    }
  },
  drawer: {
    title: 'Traces',
    close: 'Tanca el tauler de traces',
    running: 'En marxa',
    nothingRunning: 'No hi ha cap tasca en marxa.',
    latest: 'Últimes finalitzades',
    empty: 'Encara no hi ha traces',
    emptyText: 'Quan envieu una ordre, la podreu seguir aquí fins que acabi.',
    all: 'Mostra totes les traces',
    elapsed: 'Temps transcorregut: {elapsed}',
    lasted: 'Durada: {elapsed}',
    unseen: 'Sense veure'
  },
  trace: {
    title: 'Traça {id}',
    backToList: 'Torna a Traces',
    summary: 'Resum',
    fields: {
      command: 'Ordre',
      client: 'Client',
      repository: 'Repositori',
      image: 'Imatge',
      job: 'Fil de treball',
      parent: 'Ve de',
      children: 'Continua a',
      scheduled: 'Programació d’execució',
      started: 'Inici',
      finished: 'Finalització',
      lasted: 'Durada',
      elapsed: 'En marxa des de fa',
      deadline: 'Es donarà per perduda',
      deadlineHint: 'si no hi ha notícies abans'
    },
    parentLink: 'Traça {id}: {command}',
    askedStates: { answers: 'respon', silent: 'no respon' },
    history: 'Historial',
    historyEmpty: 'Encara no ha passat res.',
    moreProgress: 'Mostra {n} avís de progrés més | Mostra {n} avisos de progrés més',
    lessProgress: 'Mostra menys avisos de progrés',
    showRaw: 'Mostra en brut',
    hideRaw: 'Amaga',
    rawOf: 'Contingut en brut de: {sentence}',
    copyRaw: 'Copia el contingut en brut',
    input: 'Entrada',
    inputHint: 'Els paràmetres enviats, tal com viatgen per la xarxa.',
    output: 'Sortida',
    outputHint: 'El resultat rebut, tal com va arribar per la xarxa.',
    inputEmpty: 'No hi ha paràmetres desats.',
    outputEmpty: 'Encara no hi ha resultat.',
    outputNone: 'No s’ha rebut cap resultat.',
    missing: 'No existeix aquesta traça',
    missingText: 'Cerqueu-la a la llista de traces.'
  }
}

export default ca
