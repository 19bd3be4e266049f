/** Partitioning and formatting, in Catalan. */
import type { Messages } from './es.ts'

const ca: Messages = {
  title: 'Particionar i formatar',
  none: 'No heu triat cap equip',
  noneText: 'Trieu equips o una aula a «Grups» i obriu «Particionar i formatar» al seu menú «Ordres».',
  toGroups: 'Ves a Grups',
  noDisks: 'No es coneixen els discos d’aquests equips',
  noDisksText:
    'Amb els equips en ogLive, feu servir abans «Actualitza» al seu menú «Ordres»: així comuniquen les seves particions a la consola.',
  computers: 'Cap equip | 1 equip | {n} equips',
  continue: 'Particiona {computers}…',
  blocked: {
    unchanged: 'Encara no ha canviat res.',
    errors: 'Corregiu abans els errors del disc.',
    nobody: 'Cap equip no pot rebre aquesta taula.'
  },
  ready: 'Abans d’enviar res es pregunta als equips i es demana confirmació.',
  which: 'Quins discos',
  disk: 'Disc',
  diskNumber: 'Disc {disk}',
  group: 'Discos iguals',
  groupName: '{computers} · {table}, {size}',
  noTable: 'sense taula',
  reference: 'Es parteix de la taula de',
  others:
    '1 equip té un altre disc i en queda fora; el podeu particionar després: | {n} equips tenen altres discos i en queden fora; els podeu particionar després:',
  withoutDisk:
    'D’1 equip no es coneix aquest disc i en queda fora: | De {n} equips no es coneix aquest disc i en queden fora:',
  unfit:
    '1 equip en queda fora, perquè al seu disc no es podria conservar el que aquí es conserva: | {n} equips en queden fora, perquè als seus discos no es podria conservar el que aquí es conserva:',
  unfitName: '{name} (partició {partition})',
  plan: 'Com quedarà el disc',
  table: 'Taula de particions',
  add: 'Afegeix una partició',
  addHere: 'Afegeix una partició a l’espai de {size}',
  noGap: 'No queda lloc per a una altra partició: reduïu-ne o traieu-ne alguna.',
  templates: 'Plantilles',
  templateNames: {
    linux: 'Només Linux',
    windows: 'Només Windows',
    'windows-linux': 'Windows + Linux',
    'data-cache': 'Un disc de dades amb memòria cau'
  },
  templateTexts: {
    linux: 'Sistema en EXT4 i espai d’intercanvi',
    windows: 'Sistema en NTFS i la seva recuperació',
    'windows-linux': 'Meitat i meitat, amb intercanvi',
    'data-cache': 'Dades en NTFS; l’altra meitat, memòria cau d’imatges'
  },
  undo: 'Desfés',
  redo: 'Refés',
  reset: 'Deixa com estava',
  outside: 'El disc de {name} ha canviat mentre l’editàveu. Es torna a partir de com està ara.',
  bar: 'Repartiment del disc {disk}, de {size}',
  barBefore: 'Abans',
  barAfter: 'Després',
  sizeOf: 'Mida de la partició {partition}',
  sizeOfCache: 'Mida de la memòria cau',
  valueText: '{size}, {state}',
  handleHelp:
    'Arrossegueu les vores, o enfoqueu-les i feu servir les fletxes: 1 GB, amb Majúscules 1 MB. RePàg i AvPàg mouen 10 GB.',
  free: 'Sense particionar',
  cache: 'Memòria cau',
  extended: 'Estesa',
  states: { kept: 'es conserva', formatted: 'es formata', cache: 'memòria cau' },
  columns: {
    partition: 'Núm.',
    type: 'Tipus',
    fileSystem: 'Sistema de fitxers',
    size: 'Mida',
    format: 'Formata',
    now: 'Ara',
    remove: 'Treu'
  },
  fields: {
    type: 'Tipus de la partició {partition}',
    fileSystem: 'Sistema de fitxers de la partició {partition}',
    unit: 'Unitat',
    format: 'Formata la partició {partition}',
    remove: 'Treu la partició {partition}',
    removeCache: 'Treu la memòria cau',
    addCache: 'Afegeix memòria cau'
  },
  units: { MB: 'MB', GB: 'GB', percent: '%' },
  noFileSystem: 'Cap',
  keep: 'Es conserva',
  nothingToFormat: 'No es formata',
  nowNothing: 'Nova',
  nowUse: '{what}, {use} en ús',
  cacheKept: 'Conserva les seves imatges',
  cacheNew: 'Es crea buida',
  reasons: {
    new: 'és nova',
    table: 'canvia la taula',
    type: 'canvia de tipus',
    'file-system': 'canvia de sistema de fitxers',
    moved: 'canvia de lloc',
    resized: 'canvia de mida'
  },
  emptyPlan: 'El disc quedarà sense cap partició.',
  checks: 'Comprovacions del disc',
  allFine: 'La taula és correcta.',
  problems: {
    unchanged:
      'No ha canviat res: el disc ja està així. Marqueu una partició per formatar-la o canvieu alguna cosa.',
    'duplicate-number': 'Hi ha dues particions amb el número {partition}.',
    'too-small': 'La partició {partition} és massa petita: el mínim és {least}.',
    'cache-too-small': 'La memòria cau és massa petita: el mínim és {least}.',
    'file-system-too-small':
      'La partició {partition} és massa petita per a {fileSystem}: el mínim és {least}.',
    'file-system-too-large':
      'La partició {partition} és massa gran per a {fileSystem}: el màxim és {most}. Trieu un altre sistema de fitxers o feu-la més petita.',
    'unmarked-new':
      'La partició {partition} no és al disc, així que no hi ha res a conservar-hi. Marqueu-la per formatar-la.',
    'unmarked-table':
      'La partició {partition} no es pot conservar si canvia la taula de particions. Marqueu-la per formatar-la.',
    'unmarked-type':
      'La partició {partition} no es pot conservar amb un altre tipus. Marqueu-la per formatar-la.',
    'unmarked-file-system':
      'La partició {partition} no es pot conservar amb un altre sistema de fitxers. Marqueu-la per formatar-la.',
    'unmarked-moved':
      'La partició {partition} no es pot conservar, perquè canviaria de lloc al disc. Marqueu-la per formatar-la o deixeu igual el que hi ha al davant.',
    'unmarked-resized':
      'La partició {partition} no es pot conservar amb una altra mida. Marqueu-la per formatar-la o torneu-li la seva mida.',
    'type-not-in-table':
      'La partició {partition} és de tipus {type}, que no existeix en una taula {table}. Trieu un altre tipus.',
    'file-system-unfit':
      'A la partició {partition}, el sistema de fitxers {fileSystem} no correspon al tipus {type}. Canvieu un dels dos.',
    'over-disk': 'Les particions no hi caben: sobren {over}. Reduïu-ne alguna.',
    'cache-too-large': 'La memòria cau, de {cache}, no cap al disc: hi ha lloc per a {room}.',
    'too-many-primary':
      'Una taula MSDOS admet {most} particions primàries comptant l’estesa i la memòria cau, i n’hi ha {count}. Feu servir una estesa amb particions lògiques, o una taula GPT.',
    'too-many-extended': 'Només hi pot haver una partició estesa; la {partition} és la segona.',
    'logical-gap':
      'La partició {partition} és lògica, i les lògiques es numeren seguides des de la 5: falta la {missing}.',
    'logical-without-extended':
      'La partició {partition} és lògica i no és dins de cap estesa. En MSDOS, del número 5 en endavant van dins de l’estesa.',
    'over-extended': 'Les particions lògiques no caben a l’estesa: sobren {over}.',
    'beyond-msdos':
      'La partició {partition} passa de {most}, que és fins on arriba una taula MSDOS. Feu servir una taula GPT.',
    'too-many-gpt': 'Una taula GPT admet {most} particions.',
    'table-untold':
      'No es pot demanar a l’equip que canviï a una taula {table}: l’ordre només anomena tipus de partició, i els d’aquesta taula existeixen també a l’altra. Afegiu-ne una d’un tipus que només tingui {table}: {types}.',
    'table-doubtful':
      'L’ordre no anomena la taula {table}, només tipus de partició: cada equip decideix si la fa servir. Amb una partició de tipus {types} no hi hauria dubte.',
    'efi-missing': 'No hi ha partició EFI: un equip que arrenqui amb UEFI no podrà arrencar d’aquest disc.',
    'efi-unfit': 'La partició EFI {partition} hauria de ser FAT32 i de com a mínim {least}.',
    'place-unknown':
      'Falta un número davant de la partició {partition} i hi ha espai sense usar: no se sap on és, i en conservar-la podria canviar de lloc i perdre’s. Feu-ne abans una imatge i marqueu-la per formatar-la.'
  },
  outcome: 'Què passarà amb el que hi ha',
  kept: 'Es conserva p{partition} ({what}).',
  formatted: 'Es formatarà p{partition} ({what}): se’n perden les dades.',
  formattedAs: 'Es formatarà p{partition} ({what}) com a {as}: se’n perden les dades.',
  removed: 'S’eliminarà p{partition} ({what}): se’n perden les dades.',
  created: 'Es crearà p{partition} ({what}).',
  cacheFates: {
    kept: 'Es conserva la memòria cau ({size}) amb les seves imatges.',
    formatted: 'La memòria cau passarà de {size} a {as}: es perden les imatges que conté.',
    removed: 'S’eliminarà la memòria cau ({size}): es perden les imatges que conté.',
    created: 'Es crearà una memòria cau de {size}.'
  },
  cfg: 'El que s’enviarà a cada equip',
  cfgShow: 'Mostra el cfg',
  cfgHide: 'Amaga el cfg',
  cfgLabel: 'cfg de la funció Configurar',
  cfgCopy: 'Copia el cfg'
}

export default ca
