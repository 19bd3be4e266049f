import type { Messages } from './es.ts'

export const ca: Messages = {
  app: {
    skip: 'Salta al contingut',
    loading: 'S’està carregant…',
    retry: 'Torna-ho a provar',
    close: 'Tanca',
    cancel: 'Cancel·la',
    copy: 'Copia {text}',
    showDetail: 'Mostra el detall',
    hideDetail: 'Amaga el detall',
    showTrace: 'Mostra la traça',
    none: '—',
    language: 'Idioma: {language}',
    languages: { es: 'Español', en: 'English', ca: 'Català' },
    menu: {
      label: 'Menú principal',
      expand: 'Desplega el menú',
      collapse: 'Plega el menú',
      groups: 'Grups',
      discovered: 'Descoberts',
      traces: 'Traces',
      batches: 'Ordres',
      scripts: 'Scripts',
      subnets: 'Subxarxes',
      images: 'Imatges',
      repositories: 'Repositoris',
      audit: 'Auditoria',
      settings: 'Configuració'
    },
    bell: {
      label: 'Traces',
      running: '{n} en curs',
      unseen: '{n} sense veure'
    },
    connection: {
      lost: 'La consola no respon. El que veieu pot estar antiquat; la connexió es reintenta cada 2 segons.'
    },
    failures: {
      'console-lost': 'La consola no respon. Espereu que es recuperi la connexió i torneu-ho a provar.',
      unexpected:
        'Hi ha hagut un error inesperat. Torneu-ho a provar; si es repeteix, consulteu-ne el detall.'
    },
    webhook: {
      title: 'Servidor d’avisos',
      what: 'Els equips i els repositoris comuniquen aquí el progrés i el resultat de les seves tasques (webhooks). Han de poder arribar a aquesta adreça.',
      states: {
        starting: 'Avisos: iniciant',
        listening: 'Avisos: port {port}',
        failed: 'Avisos: error',
        stopped: 'Avisos: aturat'
      },
      doubtful: 'hi ha advertiments',
      retries: 'L’ogDesk ho torna a provar pel seu compte.',
      serves: '{name} ({count} equip) | {name} ({count} equips)',
      test: 'Prova',
      testHint:
        'La consola es truca a si mateixa per TLS a cada adreça. No comprova el que hi hagi entre aquest lloc i les aules, com ara un tallafoc.',
      kinds: {
        lan: 'xarxa local',
        vpn: 'túnel o VPN',
        virtual: 'xarxa virtual',
        loopback: 'només aquest lloc'
      },
      tests: {
        answers: 'Respon amb el certificat de l’ogDesk ({milliseconds} ms).',
        another: 'Respon un altre programa: el certificat no és el de l’ogDesk.',
        silent: 'No respon.',
        failed: 'No s’hi ha pogut connectar: {text}'
      },
      warnings: {
        'loopback-only':
          'Només escolta a {host}: cap equip de la xarxa no hi pot arribar. Trieu 0.0.0.0 a Configuració per escoltar a totes les adreces.',
        'no-network': 'Aquest lloc no està connectat a cap xarxa: els equips no hi poden arribar.',
        'other-address':
          'Només escolta a {host}, que no és a la xarxa de: {classrooms}. Trieu a Configuració l’adreça d’aquesta xarxa, o 0.0.0.0.',
        'by-vpn':
          'A {classrooms} només s’hi arriba per {interface}, un túnel o una xarxa virtual: comproveu que els equips poden tornar per aquí.',
        'by-router':
          'Aquest lloc no té adreça a la xarxa de: {classrooms}. Els seus equips hi arribaran per l’encaminador, si deixa passar el port {port}.',
        'never-reported':
          'Hi ha equips que han acceptat tasques i cap no ha enviat mai un avís. Comproveu que el tallafoc d’aquest lloc deixa entrar pel port {port} (TCP).'
      },
      addresses: 'Adreces a les quals s’han de connectar',
      fingerprint: 'Empremta SHA-256 del certificat',
      another: 'Fes servir un altre port',
      port: 'Port',
      host: 'Adreça d’escolta',
      usePort: 'Fes servir aquest port',
      portRule: 'Un número de l’1 al 65535.',
      hostRule: 'Escriviu una adreça IP d’aquest ordinador, o 0.0.0.0 per a totes.',
      moved: 'El servidor d’avisos escolta al port {port}.',
      bannerTitle: 'La consola no pot rebre avisos',
      bannerText: 'Mentrestant no se sabrà com van les tasques ni si han acabat.'
    },
    storage: {
      bannerTitle: 'La consola no pot desar res',
      bannerText:
        'Mentrestant no es comença cap tasca, i als equips que avisen se’ls respon amb un error. La consola continua tota sola tan aviat com el disc ho permeti.'
    }
  },
  unitTypes: {
    centre: 'Centre',
    'classroom-group': 'Grup d’aules',
    classroom: 'Aula',
    'client-group': 'Grup d’equips'
  },
  groups: {
    tree: 'Centres',
    breadcrumb: 'Camí de la unitat organitzativa',
    choose: 'Trieu una unitat organitzativa per veure’n els equips.',
    unknownUnit: 'Aquesta unitat organitzativa ja no existeix.',
    computers: 'Cap equip | 1 equip | {n} equips',
    router: 'Encaminador',
    netmask: 'Màscara de xarxa',
    dns: 'DNS',
    ntp: 'NTP',
    subnets: 'Subxarxes',
    repository: 'Repositori',
    ogLive: 'OgLive',
    pxe: 'Plantilla PXE',
    location: 'Ubicació',
    comments: 'Comentaris',
    counts: 'Equips per estat; premeu-ne un per veure només aquests',
    legend: 'Llegenda',
    legendText: {
      off: 'No respon a la xarxa: apagat o desconnectat.',
      initializing: 'S’està engegant; ogAgent encara no atén.',
      'og-live': 'En ogLive i lliure: a punt per treballar amb els seus discos.',
      linux: 'Ha arrencat el Linux instal·lat; ningú no ha iniciat sessió.',
      'linux-session': 'Linux instal·lat, amb un usuari a dins.',
      windows: 'Ha arrencat el Windows instal·lat; ningú no ha iniciat sessió.',
      'windows-session': 'Windows instal·lat, amb un usuari a dins.',
      macos: 'Ha arrencat el macOS instal·lat; ningú no ha iniciat sessió.',
      'macos-session': 'macOS instal·lat, amb un usuari a dins.',
      busy: 'Està fent una tasca, com ara crear una imatge.',
      unknown: 'Encara no se li ha preguntat, o ha respost una cosa que no s’entén.'
    },
    view: {
      label: 'Mode de vista',
      cards: 'Mostra com a targetes',
      table: 'Mostra com a taula',
      plan: 'Mostra com a plànol'
    },
    filters: {
      label: 'Filtres d’equips',
      name: 'Cerca el nom del client',
      ip: 'Cerca la IP',
      mac: 'Cerca la MAC',
      parent: 'Pare',
      reset: 'Reinicia els filtres'
    },
    columns: {
      id: 'ID',
      name: 'Nom del client',
      state: 'Estat',
      unit: 'Pertany a',
      ogLive: 'OgLive',
      subnet: 'Subxarxa',
      pxe: 'Plantilla PXE',
      actions: 'Accions'
    },
    show: 'Visualitza',
    showOf: 'Visualitza {name}',
    createImage: 'Crea una imatge',
    createImageOf: 'Crea una imatge des de {name}',
    checked: 'Comprovat {ago}',
    justChecked: 'Comprovat fa menys d’1 minut',
    notChecked: 'Encara sense comprovar',
    noClients: 'No hi ha equips en aquesta unitat',
    noClientsText: 'Creeu-los amb «Equip nou», o importeu-los d’un fitxer d’inventari.',
    noMatch: 'Cap equip no coincideix amb els filtres',
    noMatchText: 'Canvieu els filtres o reinicieu-los per veure tots els equips.'
  },
  importer: {
    title: 'Encara no hi ha cap equip',
    text: 'Per començar, importeu els vostres equips: del dhcpd.conf, de Kea, de dnsmasq, d’un full de càlcul, de la base de dades d’OpenGnsys o d’un altre ogDesk. O carregueu l’exemple per conèixer la consola, o creeu un centre a mà.',
    example: 'Carrega l’exemple Centro Demo',
    done: 'Inventari carregat. Equips: {clients}, unitats: {units}, subxarxes: {subnets}, repositoris: {repositories}.'
  },
  client: {
    data: 'Dades del client',
    notFound: 'Aquest equip ja no existeix',
    notFoundText: 'Potser s’ha eliminat des d’una altra finestra.',
    backToGroups: 'Torna a Grups',
    commands: 'Ordres',
    createImage: 'Crea una imatge',
    refresh: 'Actualitza l’estat',
    fields: {
      name: 'Nom',
      ip: 'IP',
      mac: 'MAC',
      serialNumber: 'Núm. de sèrie',
      networkInterface: 'Interfície de xarxa',
      ogLive: 'OgLive',
      pxe: 'PXE',
      subnet: 'Subxarxa',
      repository: 'Repositori',
      unit: 'Pertany a',
      state: 'Estat',
      agent: 'ogAgent',
      system: 'Sistema',
      session: 'Sessió',
      reported: 'Últim avís'
    },
    inherited: 'heretat de {from}',
    since: 'des de {since}',
    agentVersion: 'versió {version}, port {port}',
    agentUnknown: 'versió desconeguda, port {port}',
    unverified: 'sense verificar',
    unverifiedText:
      'La connexió va xifrada, però res no prova que qui respon sigui aquest equip: tots els ogAgent públics porten el mateix certificat.',
    verified: 'verificada amb la CA del centre',
    job: 'Tasca en curs',
    jobTrace: 'Mostra la traça',
    disks: 'Discos/Particions',
    columns: {
      disk: 'Disc',
      partition: 'Partició',
      type: 'Tipus',
      fileSystem: 'Sistema de fitxers',
      size: 'Mida',
      usage: 'Ús',
      system: 'SO'
    },
    wholeDisk: 'Disc sencer',
    noFileSystem: 'Sense sistema de fitxers',
    noPartitions: 'Encara no se’n coneixen els discos',
    noPartitionsText: 'Les particions apareixen quan l’equip les comunica o quan s’importen amb l’inventari.',
    chart: 'Disc {disk}',
    chartTable: 'Disc {disk} · {table}',
    chartAlt: 'Repartiment del disc {disk}, de {size}: {parts}.',
    partName: 'Partició {partition}',
    free: 'Sense particionar',
    lessThanOne: '< 1 %'
  },
  subnets: {
    title: 'Subxarxes',
    subtitle: 'Xarxes de les aules, tal com són a l’inventari.',
    columns: {
      name: 'Nom',
      address: 'Adreça',
      netmask: 'Màscara de xarxa',
      router: 'Encaminador',
      clients: 'Equips',
      created: 'Data de creació'
    },
    empty: 'Encara no hi ha subxarxes',
    emptyText: 'Creeu-la amb «Subxarxa nova», o importeu-la amb l’inventari, a Grups.',
    goToGroups: 'Ves a Grups'
  },
  repositories: {
    title: 'Repositoris',
    subtitle: 'Servidors on es desen les imatges.',
    columns: {
      name: 'Nom',
      address: 'Adreça',
      path: 'Camí de les imatges',
      certificate: 'Certificat',
      check: 'Comprovació',
      actions: 'Accions'
    },
    check: 'Comprova',
    checkOf: 'Comprova {name}',
    answers: 'Respon',
    answersNot: 'No respon bé',
    notChecked: 'Sense comprovar',
    pinned: 'Fixat el {date}',
    notPinned: 'Es fixarà en la primera connexió',
    pinnedFingerprint: 'Empremta coneguda',
    pinnedSince: 'Fixada el {date}',
    presentedFingerprint: 'Empremta que presenta ara',
    trust: 'Confia en el certificat nou',
    trustTitle: 'Voleu confiar en el certificat nou de {name}?',
    trustText:
      'Feu-ho només si l’administrador del repositori confirma que ha canviat el certificat i que ara n’és l’empremta la segona:',
    trusted: 'El certificat nou de {name} queda fixat.',
    empty: 'Encara no hi ha repositoris',
    emptyText: 'Creeu-lo amb «Repositori nou», o importeu-lo amb l’inventari, a Grups.',
    goToGroups: 'Ves a Grups'
  },
  settings: {
    title: 'Configuració',
    language: 'Idioma',
    theme: 'Aparença',
    themes: { system: 'La del sistema', light: 'Clara', dark: 'Fosca' },
    webhook: 'Servidor d’avisos',
    apply: 'Aplica',
    security: 'Seguretat dels avisos',
    checkSource: 'Accepta avisos només des de l’adreça de l’equip o del repositori',
    checkSourceText:
      'Així ningú no pot donar per acabada la tasca d’un altre. Desactiveu-ho si els equips surten a la xarxa amb una altra adreça, per exemple darrere d’un NAT.',
    checkSourceOff:
      'Desactivat: qualsevol màquina que arribi a aquest port i conegui un fil de treball en pot canviar el resultat.',
    about: 'Quant a ogDesk',
    version: 'Versió',
    host: 'Mode',
    hosts: { electron: 'Aplicació d’escriptori', headless: 'Servidor sense finestra, al navegador' },
    dataDirectory: 'Carpeta de dades'
  }
}
