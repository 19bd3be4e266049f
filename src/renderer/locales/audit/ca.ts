/** Who did what, in Catalan. */
import type { Messages } from './es.ts'

const ca: Messages = {
  diagnostics: {
    title: 'Diagnòstic',
    text: 'Un text amb versions, sistema, paràmetres, estat i les últimes línies del registre, per a qui us ajudi. No conté secrets, però sí noms i adreces d’equips.',
    copy: 'Copiar l’informe de diagnòstic',
    save: 'Desar com a fitxer',
    copied: 'L’informe de diagnòstic és al porta-retalls.',
    notCopied: 'No s’ha pogut copiar l’informe. Deseu-lo com a fitxer.',
    level: 'Què s’anota al registre',
    levels: {
      info: 'Tot',
      warn: 'Advertiments i errors',
      error: 'Només errors'
    }
  },
  title: 'Auditoria',
  subtitle: 'Qui ha fet què i a quins equips. Res del que s’anota aquí es pot canviar ni esborrar.',
  filters: 'Filtres de l’auditoria',
  text: 'Cercar',
  textHint: 'Equip, aula, imatge, valor…',
  user: 'Usuari',
  action: 'Acció',
  from: 'Des de',
  until: 'Fins a',
  dangerousOnly: 'Només el perillós',
  reset: 'Treure els filtres',
  refresh: 'Actualitzar',
  csv: 'Exportar a CSV',
  json: 'Exportar a JSON',
  exported: 'El fitxer «{file}» està llest: 1 anotació. | El fitxer «{file}» està llest: {n} anotacions.',
  found: 'Cap anotació | 1 anotació | {n} anotacions',
  shown: 'Es mostren les {shown} més recents; filtreu o exporteu per veure les altres.',
  empty: 'Encara no hi ha res anotat',
  emptyText: 'Aquí apareixerà cada canvi i cada ordre, amb qui ho ha fet.',
  noMatch: 'Cap anotació no coincideix amb els filtres',
  danger: 'Perillosa',
  computers: '{n} equips | {n} equip | {n} equips',
  more: 'i {n} més',
  details: 'Veure els detalls de l’anotació {id}',
  detailsTitle: 'Anotació {id}',
  close: 'Tancar',
  batch: 'Obrir l’ordre',
  trace: 'Obrir la traça',
  values: 'Valors',
  session: 'Sessió {session}',
  unknown: 'Sense resultat',
  unknownText: 'Encara s’està fent, o la consola es va tancar mentrestant.',
  columns: {
    at: 'Quan',
    user: 'Qui',
    action: 'Què',
    subject: 'A què',
    computers: 'Equips',
    outcome: 'Resultat',
    details: 'Detalls'
  },
  hosts: {
    electron: 'Aplicació d’escriptori',
    headless: 'Navegador',
    console: 'La consola, per si sola'
  },
  outcomes: {
    done: 'Fet',
    refused: 'Rebutjat',
    failed: 'Error'
  },
  settings: {
    checkSourceAddress: 'comprovació de l’origen dels avisos',
    backup: 'còpies de seguretat',
    commands: 'equips alhora i terminis',
    wake: 'encesa per xarxa',
    queueLimitHours: 'espera màxima de les ordres',
    logLevel: 'nivell del registre',
    webhookLimits: 'límits del servidor d’avisos',
    headlessLimits: 'límits de la interfície al navegador'
  },
  actions: {
    trust: {
      changeToken: 'Generar un testimoni nou per als avisos',
      removeToken: 'Treure el testimoni dels avisos',
      setTokenPolicy: 'Canviar quan s’exigeix el testimoni',
      forgetSenders: 'Oblidar qui ha enviat el testimoni',
      setAuthorities: 'Canviar les autoritats de certificació',
      setClient: 'Canviar el certificat de client',
      setServer: 'Canviar el certificat del servidor d’avisos',
      clearUnheeded: 'Buidar la llista d’avisos sense efecte'
    },
    system: {
      changeSettings: 'Canviar els paràmetres',
      listen: 'Canviar l’adreça del servidor d’avisos'
    },
    inventory: {
      createUnit: 'Crear una unitat',
      createSubnet: 'Crear una subxarxa',
      createRepository: 'Crear un repositori',
      createClient: 'Crear un equip',
      setPartitions: 'Escriure la taula de particions',
      importDocument: 'Importar un inventari complet',
      updateUnit: 'Canviar una unitat',
      moveUnit: 'Moure una unitat',
      remove: 'Eliminar unitats o equips',
      updateClient: 'Canviar un equip',
      moveClients: 'Moure equips',
      updateSubnet: 'Canviar una subxarxa',
      removeSubnet: 'Eliminar una subxarxa',
      updateRepository: 'Canviar un repositori',
      removeRepository: 'Eliminar un repositori',
      undo: 'Desfer'
    },
    repositories: {
      trustCertificate: 'Confiar en un certificat'
    },
    imaging: {
      createImage: 'Crear una imatge'
    },
    images: {
      retryAuxiliaryFiles: 'Repetir els fitxers auxiliars',
      update: 'Canviar una imatge',
      remove: 'Eliminar una imatge',
      restore: 'Recuperar una imatge de la paperera'
    },
    imports: {
      apply: 'Importar un fitxer'
    },
    backups: {
      create: 'Fer una còpia de seguretat',
      restore: 'Restaurar una còpia de seguretat',
      remove: 'Eliminar una còpia de seguretat',
      dismissRecovery: 'Continuar amb la base de dades tal com està'
    },
    smartGroups: {
      create: 'Desar un grup intel·ligent',
      update: 'Canviar un grup intel·ligent',
      remove: 'Eliminar un grup intel·ligent'
    },
    discovered: {
      adopt: 'Incorporar equips descoberts',
      updateAddress: "Actualitzar l'adreça d'un equip",
      ignore: 'Ignorar equips descoberts',
      unignore: "Deixar d'ignorar equips",
      forget: 'Oblidar equips descoberts'
    },
    partitions: {
      refresh: 'Tornar a llegir les particions'
    },
    plan: {
      place: "Canviar el plànol de l'aula"
    },
    scripts: {
      create: 'Crear un script',
      update: 'Canviar un script',
      remove: 'Eliminar un script'
    },
    commands: {
      run: 'Donar una ordre'
    },
    batches: {
      pause: 'Posar en pausa una ordre',
      resume: 'Reprendre una ordre',
      cancel: 'Cancel·lar una ordre',
      retry: 'Repetir una ordre',
      reschedule: "Confirmar o canviar l'hora d'una ordre",
      remove: 'Oblidar una ordre acabada'
    },
    console: {
      startBatch: 'Començar una ordre programada'
    }
  }
}
export default ca
