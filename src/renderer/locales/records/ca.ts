/** Inventories of hardware and software, in Catalan. */
import type { Messages } from './es.ts'

const ca: Messages = {
  hardware: 'Inventari de maquinari',
  software: 'Inventari de programari',
  emptyHardware: 'Encara no s’ha demanat l’inventari de maquinari d’aquest equip.',
  emptySoftware: 'Encara no s’ha demanat l’inventari de programari de cap partició d’aquest equip.',
  ask: 'Demanar ara',
  askHardware: 'Demanar ara l’inventari de maquinari',
  askSoftware: 'Demanar ara l’inventari de programari',
  compare: 'Comparar',
  compareHardware: 'Comparar aquest inventari de maquinari',
  compareSoftware: 'Comparar aquest inventari de programari',
  csv: 'CSV',
  csvHardware: 'Exportar aquest inventari de maquinari a CSV',
  csvSoftware: 'Exportar aquest inventari de programari a CSV',
  exportHardware: 'Maquinari dels equips (CSV)',
  exportSoftware: 'Programari dels equips (CSV)',
  exportNone: 'Cap d’aquests equips no té encara un inventari per exportar.',
  exported: 'El fitxer «{file}» està llest: 1 equip. | El fitxer «{file}» està llest: {n} equips.',
  date: 'Data',
  latest: '{date} (l’últim)',
  seen: 'Vist igual per última vegada el {date}.',
  partition: 'Partició',
  place: 'Disc {disk}, partició {partition}',
  placeOf: 'Disc {disk}, partició {partition}: {system}',
  programs: 'Sense programes | 1 programa | {n} programes',
  search: 'Cercar un programa',
  found: '{found} de {n} programes',
  noneFound: 'Cap programa no conté «{text}».',
  noPrograms: 'L’inventari només anomena el sistema: no hi ha programes.',
  listOf: 'Programes de {system}',
  parts: {
    scp: 'Script',
    script: 'Script',
    out: 'Sortida',
    sft: 'Programes trobats',
    hrd: 'Components trobats',
    cfg: 'Taula de particions'
  },
  find: {
    title: 'Programes dels equips',
    every: 'Tots els equips',
    ask: 'Programa o versió',
    hint: 'Per exemple: libreoffice 7.5. No importen els accents ni les majúscules.',
    start: 'Quins equips tenen un programa?',
    startText:
      'Escriviu part del nom o de la versió: se cerca a l’últim inventari de programari de cada partició.',
    none: 'Cap equip no el té',
    noneText: 'Cap programa dels inventaris no conté «{text}».',
    found: 'Cap equip no el té | 1 equip el té | {n} equips el tenen',
    unknown: 'd’1 equip no hi ha inventari de programari | de {n} equips no hi ha inventari de programari',
    select: 'Selecciona els equips | Selecciona 1 equip | Selecciona {n} equips',
    export: 'Exporta CSV',
    table: 'Equips que tenen el programa',
    system: 'Sistema',
    program: 'Programes trobats'
  },
  image: {
    title: 'Programari de la imatge',
    none: 'Cap inventari no diu quins programes té aquesta imatge. Demaneu l’inventari de programari de la partició de la qual es va crear, o d’un equip que la porti.',
    source:
      'Segons l’inventari de {client} (disc {disk}, partició {partition}) del {date}, el més proper a la creació de la imatge ({since}).',
    carrier:
      'Segons l’inventari de {client} (disc {disk}, partició {partition}) del {date}: l’equip porta aquesta imatge des del {since}.',
    gone: 'un equip que ja no hi és'
  },
  comparison: {
    title: 'Comparar inventaris',
    subtitle: 'De dos equips, o del mateix en dues dates.',
    kind: 'Què es compara',
    kinds: { hardware: 'Maquinari', software: 'Programari' },
    first: 'Primer',
    second: 'Segon',
    client: 'Equip',
    inventory: 'Inventari',
    noInventories: 'Aquest equip no té cap inventari d’aquest tipus.',
    swap: 'Intercanviar',
    choose: 'Trieu dos inventaris',
    chooseText: 'Trieu a cada costat un equip i un dels seus inventaris per veure en què es diferencien.',
    alike: 'Tots dos són iguals',
    alikeText: 'No hi ha cap diferència entre aquests dos inventaris.',
    same: 'Res en comú. | 1 element en comú. | {n} elements en comú.',
    filter: 'Filtrar les diferències',
    show: 'Quines diferències es mostren',
    removed: 'Només al primer ({n})',
    added: 'Només al segon ({n})',
    changed: 'Diferents ({n})',
    only: { removed: 'Només al primer', added: 'Només al segon', changed: 'Diferent' },
    columns: { state: 'Diferència', software: 'Programa', hardware: 'Component' },
    present: 'Sí, sense versió',
    absent: 'No',
    noneShown: 'Cap diferència no coincideix amb el filtre.',
    table: 'Diferències entre els dos inventaris'
  }
}

export default ca
