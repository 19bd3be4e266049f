/** Deploying images, and which computer carries which, in Catalan. */
import type { Messages } from './es.ts'

const ca: Messages = {
  title: 'Desplegar imatge',
  target: 'A {target}',
  sections: {
    image: 'Imatge',
    targets: 'Equips i destinació',
    protocol: 'Com viatja la imatge',
    checks: 'Comprovacions prèvies',
    summary: 'Què es farà'
  },
  image: {
    label: 'Imatge que es desplega',
    none: 'Encara no hi ha cap imatge creada amb èxit. Creeu-ne una des d’un equip model.',
    made: 'creada el {date}',
    sourceSize: 've d’una partició de {size}',
    checking: 'Preguntant al repositori…',
    there: 'El repositori {repository} respon i té la imatge.'
  },
  targets: {
    choose: 'Aula o grup',
    chooseHint: 'Es desplegarà a tots els seus equips. Per triar-ne només alguns, marqueu-los a «Grups».',
    change: 'Canviar d’equips',
    toGroups: 'Triar equips a «Grups»',
    count: '1 equip | {n} equips',
    unknown:
      'Queda fora {names}: no se’n coneix la taula de particions. Actualitzeu-la des de la seva fitxa. | Queden fora {names}: no se’n coneixen les taules de particions. Actualitzeu-les des de les seves fitxes.',
    partition: 'p{partition} {type} {size}',
    disk: 'Disc {disk} ({table}): {partitions}',
    noTable: 'taula desconeguda',
    include: 'Incloure aquests equips',
    caption: 'Particions de {names}; trieu la que rebrà la imatge',
    chooseRow: 'Disc {disk}, partició {partition}: {what}',
    nothingFits: 'La imatge no cap en cap de les seves particions: aquests equips queden fora.',
    imageFirst: 'Primer trieu la imatge: aleshores es veu en quina partició cap.',
    model: {
      leftOut: '{client} queda fora: la imatge es va fer de la seva partició {partition} del disc {disk}.',
      restore: 'Restaura també {client}',
      warning:
        '{client} tornarà a com era quan es va fer la imatge: el que hi hagi canviat després en aquesta partició es perdrà.'
    }
  },
  reasons: {
    'whole-disk': 'És el disc sencer',
    'partition-type': 'D’un tipus que no rep imatges',
    cache: 'És la memòria cau',
    'too-small': 'Massa petita: calen {size}'
  },
  doubts: {
    'other-table':
      'La imatge ve d’un disc amb una altra taula de particions: pot ser que el sistema no arrenqui',
    'other-type': 'La imatge ve d’una partició d’un altre tipus'
  },
  protocol: {
    label: 'Protocol',
    kinds: { unicast: 'Unicast', multicast: 'Multicast', torrent: 'Torrent' },
    hints: {
      unicast: 'Cada equip baixa la imatge pel seu compte, uns quants alhora.',
      multicast: 'Tots la reben alhora: el repositori l’envia un sol cop per la xarxa.',
      torrent: 'Cada equip la comparteix amb els altres mentre la baixa.'
    },
    clients: 'Equips que s’esperen',
    wait: 'Espera màxima',
    seed: 'Temps compartint',
    inherited: 'Proposat per {units}; el que canvieu aquí val només per a aquest cop.',
    inheritedNone: 'Aquestes aules no diuen com viatgen les imatges: comproveu els valors.'
  },
  checks: { again: 'Comprovar de nou', checking: 'Preguntant als equips: {done} de {total}' },
  summary: {
    erases:
      'S’esborrarà la partició {partition} del disc {disk} en 1 equip | S’esborrarà la partició {partition} del disc {disk} en {n} equips',
    holds: 'ara té {systems}',
    leftOut: 'Es queda fora 1 equip | Es queden fora {n} equips',
    nobody: 'Cap dels equips no pot rebre la imatge ara.',
    waitInstead: 'Podeu deixar-la en espera: trieu «Quan l’equip es connecti».',
    understood:
      'Entenc que es perdran les dades d’aquesta partició en 1 equip | Entenc que es perdran les dades d’aquesta partició en {n} equips'
  },
  run: {
    now: 'Desplegar en 1 equip | Desplegar en {n} equips',
    at: 'Programar per a 1 equip | Programar per a {n} equips',
    'next-report': 'Deixar en espera per a 1 equip | Deixar en espera per a {n} equips'
  },
  status: {
    image: 'Trieu la imatge.',
    targets: 'Trieu els equips.',
    place: 'Trieu la partició de destinació de cada grup.',
    protocol: 'Corregiu les dades del protocol.',
    moment: 'Trieu quan.',
    loading: 'Un moment…',
    source: 'El repositori no pot servir la imatge.',
    nobody: 'Cap equip no la pot rebre.',
    model: 'Només hi ha el model: marqueu-lo si el voleu restaurar.',
    tick: 'Confirmeu què s’esborra.',
    ready: 'Tot a punt.',
    sending: 'Enviant l’ordre…'
  },
  done: 'Desplegament ordenat.',
  versions: {
    column: 'Imatge',
    since: 'des del {date}',
    older: 'anterior a l’actual',
    gone: 'la imatge ja no és a la consola',
    oneVersion: '{image}: 1 equip | {image}: {n} equips',
    behind: '{image}: 1 equip amb una versió anterior | {image}: {n} equips amb una versió anterior',
    several: '{versions} versions de {image}',
    selectBehind: 'Seleccionar els que tenen una versió anterior',
    deployBehind: 'Desplegar-hi l’actual',
    of: 'Versions de {image}',
    target: 'Equips amb una versió anterior de {image}',
    title: 'Equips que la tenen',
    nobody: 'Que se sàpiga, cap equip no té aquesta imatge: s’anota quan es desplega des d’aquí.',
    currentVersion: 'Versió actual',
    olderVersion: 'Versió anterior',
    computers: '1 equip | {n} equips',
    latest: 'darrer desplegament el {date}',
    select: 'Seleccionar 1 equip | Seleccionar {n} equips'
  }
}

export default ca
