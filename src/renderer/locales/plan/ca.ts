import type { Messages } from './es.ts'

const ca: Messages = {
  of: 'Plànol de {name}',
  tools: 'Eines del plànol',
  board: 'Pissarra',
  place: 'columna {column}, fila {row}',
  free: 'Lloc lliure',
  takenBy: 'ocupat per {name}',
  session: 'sessió de {user}',
  inSession: 'amb sessió',
  late: 'versió anterior de {image}',
  edit: 'Edita el plànol',
  columns: 'Columnes',
  rows: 'Files',
  flip: 'Mostra des de la pissarra',
  zoomIn: 'Amplia',
  zoomOut: 'Redueix',
  fit: 'Ajusta a la finestra',
  print: 'Imprimeix',
  printedAt: 'Plànol de l’aula · {date}',
  undone: 'S’ha desfet el canvi del plànol.',
  hint: 'Arrossegueu els equips al seu lloc, o agafeu-los amb Espai, moveu-los amb les fletxes i deixeu-los amb Espai. Supr els treu. Botó dret: files i columnes.',
  empty: 'Aquesta aula encara no té plànol',
  emptyText: 'Col·loqueu tots els equips alhora, o porteu-los un per un al seu lloc.',
  choose: 'Trieu una aula per veure’n el plànol',
  chooseText: 'El plànol és de cada aula: els equips, al lloc que hi ocupen.',
  noClassroom: 'Aquí no hi ha cap aula',
  noClassroomText: 'Només les aules tenen plànol. Creeu una aula i moveu-hi els equips.',
  tray: 'Sense col·locar ({n})',
  trayEmpty: 'Tots els equips tenen lloc. Arrossegueu aquí els que vulgueu treure del plànol.',
  pickUpOf: 'Agafa {name} ({state}) per col·locar-lo',
  openOf: 'Mostra {name} ({state})',
  moved: '{name} és ara a la columna {column}, fila {row}.',
  movedMany: '1 equip canviat de lloc. | {n} equips canviats de lloc.',
  swapped: '{name} i {other} han intercanviat els llocs.',
  replaced: '{name} ocupa el lloc de {other}, que queda sense col·locar.',
  removed: '{name} queda sense col·locar. | {n} equips queden sense col·locar.',
  outside: 'Aquí no hi caben tots els equips triats: algun quedaria fora del plànol.',
  resized: 'El plànol té ara {columns} columnes i {rows} files.',
  toTray: '1 equip queda sense col·locar. | {n} equips queden sense col·locar.',
  say: {
    picked: '{name} agafat. Trieu el lloc amb les fletxes; Espai el deixa, Escapada cancel·la.',
    over: 'Columna {column}, fila {row}: {there}.',
    cancelled: '{name} continua al seu lloc.'
  },
  menu: {
    label: 'Accions del lloc',
    remove: 'Treu {name} del plànol',
    left: 'Insereix una columna a l’esquerra',
    right: 'Insereix una columna a la dreta',
    above: 'Insereix una fila a sobre',
    below: 'Insereix una fila a sota',
    noColumn: 'Treu aquesta columna',
    noRow: 'Treu aquesta fila',
    done: {
      left: 'Columna inserida.',
      right: 'Columna inserida.',
      above: 'Fila inserida.',
      below: 'Fila inserida.',
      noColumn: 'Columna treta.',
      noRow: 'Fila treta.'
    }
  },
  arrange: {
    open: 'Col·loca automàticament',
    title: 'Col·loca automàticament',
    text: 'Col·loca tots els equips de l’aula per ordre de nom, començant al costat de la pissarra. Ho podreu desfer.',
    columns: 'Equips per fila',
    order: 'Ordre',
    orders: { rows: 'Per files', columns: 'Per columnes', snake: 'Per files, en ziga-zaga' },
    aisles: 'Passadissos',
    aisle: {
      none: 'Sense passadissos',
      middle: 'Un al mig',
      every: 'Després de cada columna | Cada {n} columnes'
    },
    beside: '1 equip queda sense col·locar: no hi cap. | {n} equips queden sense col·locar: no hi caben.',
    tooWide: 'Amb els passadissos, el plànol passaria de {max} columnes. Poseu menys equips per fila.',
    submit: 'Col·loca',
    done: '1 equip col·locat. | {n} equips col·locats.'
  }
}
export default ca
