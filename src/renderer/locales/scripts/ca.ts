/** The library of scripts, in Catalan. */
import type { Messages } from './es.ts'

const ca: Messages = {
  title: 'Scripts',
  subtitle: 'Els que més s’utilitzen, amb les dades que canvien d’una vegada a l’altra com a paràmetres.',
  create: 'Nou script',
  examples: 'Afegir exemples',
  examplesAdded: 'S’han afegit els exemples. Canvieu-los al vostre gust.',
  empty: 'La biblioteca és buida',
  emptyText:
    'Deseu aquí els scripts que executeu als equips. Els exemples són per a Linux i Windows, i es poden canviar o esborrar.',
  columns: { name: 'Nom', parameters: 'Paràmetres', updated: 'Modificat', actions: 'Accions' },
  run: 'Executar…',
  runOf: 'Executar {name}',
  edit: 'Editar',
  duplicate: 'Duplicar',
  remove: 'Eliminar',
  copyOf: '{name} (còpia)',
  removed: 'L’script {name} s’ha eliminat.',
  removeTitle: 'Voleu eliminar l’script {name}?',
  removeText:
    'Desapareix de la biblioteca i no es pot recuperar. Les ordres que ja l’han utilitzat conserven el que van executar.',
  dialog: {
    create: 'Nou script',
    edit: 'Editar {name}',
    save: 'Desar',
    saved: 'L’script {name} està desat.',
    name: 'Nom',
    description: 'Descripció',
    body: 'Script',
    example: 'servidor',
    bodyHint: 'Escriviu entre claus dobles el nom de cada dada que canviï d’una vegada a l’altra, com ara',
    parameters: 'Paràmetres',
    parametersNone: 'Aquest script no té paràmetres.',
    parametersHint: 'Els que hi ha a l’script. Es demanen amb l’etiqueta, i proposen el valor.',
    label: 'Etiqueta de {name}',
    value: 'Valor que es proposa per a {name}',
    preview: 'Amb els valors proposats'
  },
  picker: {
    required: 'Escriviu un valor.'
  },
  runDialog: {
    title: 'Executar «{name}»',
    go: 'Continuar',
    where: 'En quins equips',
    whereHint: 'Abans d’executar-lo veureu quins equips el poden rebre.',
    picked: 'L’equip triat | Els {n} equips triats',
    noComputers: 'Aquí no hi ha equips.'
  },
  samples: {
    clockName: 'Linux: posar el rellotge en hora',
    clockText: 'Sincronitza el rellotge amb un servidor NTP i el desa al rellotge de l’equip.',
    server: 'Servidor NTP',
    statusName: 'Linux: adreces IP i ús dels discos',
    statusText: 'Mostra les adreces de l’equip i què queda lliure a cada sistema de fitxers.',
    ipconfigName: 'Windows: configuració de xarxa',
    ipconfigText: 'Mostra la configuració completa de les interfícies de xarxa.',
    gpupdateName: 'Windows: actualitzar les directives de grup',
    gpupdateText: 'Torna a aplicar totes les directives d’equip i d’usuari.'
  }
}

export default ca
