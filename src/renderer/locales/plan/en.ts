import type { Messages } from './es.ts'

const en: Messages = {
  of: 'Seat plan of {name}',
  tools: 'Seat plan tools',
  board: 'Whiteboard',
  place: 'column {column}, row {row}',
  free: 'Free seat',
  takenBy: 'taken by {name}',
  session: 'session of {user}',
  inSession: 'in session',
  late: 'older version of {image}',
  edit: 'Edit plan',
  columns: 'Columns',
  rows: 'Rows',
  flip: 'Look from the whiteboard',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Fit to window',
  print: 'Print',
  printedAt: 'Seat plan · {date}',
  undone: 'Change of the plan undone.',
  hint: 'Drag the computers to their seats, or pick them up with Space, move them with the arrows and put them down with Space. Delete takes them off. Right click: rows and columns.',
  empty: 'This classroom has no seat plan yet',
  emptyText: 'Place all computers at once, or take them to their seats one by one.',
  choose: 'Choose a classroom to see its seat plan',
  chooseText: 'Each classroom has a seat plan of its own: its computers, where they stand.',
  noClassroom: 'There is no classroom here',
  noClassroomText: 'Only classrooms have a seat plan. Create one and move the computers to it.',
  tray: 'Not placed ({n})',
  trayEmpty: 'Every computer has a seat. Drag here those that you want to take off the plan.',
  pickUpOf: 'Pick up {name} ({state}) to place it',
  openOf: 'Show {name} ({state})',
  moved: '{name} is now in column {column}, row {row}.',
  movedMany: '1 computer moved. | {n} computers moved.',
  swapped: '{name} and {other} have changed places.',
  replaced: '{name} takes the seat of {other}, which is not placed any more.',
  removed: '{name} is not placed any more. | {n} computers are not placed any more.',
  outside: 'The selected computers do not all fit there: one would be off the plan.',
  resized: 'The plan now has {columns} columns and {rows} rows.',
  toTray: '1 computer is not placed any more. | {n} computers are not placed any more.',
  say: {
    picked: '{name} picked up. Choose a seat with the arrows; Space puts it down, Escape cancels.',
    over: 'Column {column}, row {row}: {there}.',
    cancelled: '{name} stays where it is.'
  },
  menu: {
    label: 'Seat actions',
    remove: 'Take {name} off the plan',
    left: 'Insert a column on the left',
    right: 'Insert a column on the right',
    above: 'Insert a row above',
    below: 'Insert a row below',
    noColumn: 'Remove this column',
    noRow: 'Remove this row',
    done: {
      left: 'Column inserted.',
      right: 'Column inserted.',
      above: 'Row inserted.',
      below: 'Row inserted.',
      noColumn: 'Column removed.',
      noRow: 'Row removed.'
    }
  },
  arrange: {
    open: 'Place automatically',
    title: 'Place automatically',
    text: 'Places all computers of the classroom in the order of their names, beginning next to the whiteboard. It can be undone.',
    columns: 'Computers in a row',
    order: 'Order',
    orders: { rows: 'By rows', columns: 'By columns', snake: 'By rows, back and forth' },
    aisles: 'Aisles',
    aisle: {
      none: 'No aisles',
      middle: 'One in the middle',
      every: 'After each column | Every {n} columns'
    },
    beside:
      '1 computer stays unplaced: there is no room for it. | {n} computers stay unplaced: there is no room for them.',
    tooWide: 'With its aisles, the plan would have more than {max} columns. Put fewer computers in a row.',
    submit: 'Place',
    done: '1 computer placed. | {n} computers placed.'
  }
}
export default en
