/** The seat plan. */
const es = {
  of: 'Plano de {name}',
  tools: 'Herramientas del plano',
  board: 'Pizarra',
  place: 'columna {column}, fila {row}',
  free: 'Puesto libre',
  takenBy: 'ocupado por {name}',
  session: 'sesión de {user}',
  inSession: 'con sesión',
  late: 'versión anterior de {image}',
  edit: 'Editar plano',
  columns: 'Columnas',
  rows: 'Filas',
  flip: 'Ver desde la pizarra',
  zoomIn: 'Ampliar',
  zoomOut: 'Reducir',
  fit: 'Ajustar a la ventana',
  print: 'Imprimir',
  printedAt: 'Plano del aula · {date}',
  undone: 'Cambio del plano deshecho.',
  hint: 'Arrastre los equipos a su puesto, o cójalos con Espacio, muévalos con las flechas y suéltelos con Espacio. Supr los quita. Botón derecho: filas y columnas.',
  empty: 'Esta aula todavía no tiene plano',
  emptyText: 'Coloque todos los equipos de una vez, o llévelos uno a uno a su puesto.',
  choose: 'Elija un aula para ver su plano',
  chooseText: 'El plano es de cada aula: los equipos, en el sitio que ocupan en ella.',
  noClassroom: 'Aquí no hay ningún aula',
  noClassroomText: 'Solo las aulas tienen plano. Cree un aula y mueva a ella los equipos.',
  tray: 'Sin colocar ({n})',
  trayEmpty: 'Todos los equipos tienen puesto. Arrastre aquí los que quiera quitar del plano.',
  pickUpOf: 'Coger {name} ({state}) para colocarlo',
  openOf: 'Visualizar {name} ({state})',
  moved: '{name} está ahora en la columna {column}, fila {row}.',
  movedMany: '1 equipo cambiado de sitio. | {n} equipos cambiados de sitio.',
  swapped: '{name} y {other} han intercambiado sus puestos.',
  replaced: '{name} ocupa el puesto de {other}, que queda sin colocar.',
  removed: '{name} queda sin colocar. | {n} equipos quedan sin colocar.',
  outside: 'Ahí no caben todos los equipos elegidos: alguno quedaría fuera del plano.',
  resized: 'El plano tiene ahora {columns} columnas y {rows} filas.',
  toTray: '1 equipo queda sin colocar. | {n} equipos quedan sin colocar.',
  say: {
    picked: '{name} cogido. Elija el puesto con las flechas; Espacio lo suelta, Escape cancela.',
    over: 'Columna {column}, fila {row}: {there}.',
    cancelled: '{name} sigue en su sitio.'
  },
  menu: {
    label: 'Acciones del puesto',
    remove: 'Quitar {name} del plano',
    left: 'Insertar una columna a la izquierda',
    right: 'Insertar una columna a la derecha',
    above: 'Insertar una fila encima',
    below: 'Insertar una fila debajo',
    noColumn: 'Quitar esta columna',
    noRow: 'Quitar esta fila',
    done: {
      left: 'Columna insertada.',
      right: 'Columna insertada.',
      above: 'Fila insertada.',
      below: 'Fila insertada.',
      noColumn: 'Columna quitada.',
      noRow: 'Fila quitada.'
    }
  },
  arrange: {
    open: 'Colocar automáticamente',
    title: 'Colocar automáticamente',
    text: 'Coloca todos los equipos del aula por orden de nombre, empezando junto a la pizarra. Podrá deshacerlo.',
    columns: 'Equipos por fila',
    order: 'Orden',
    orders: {
      rows: 'Por filas',
      columns: 'Por columnas',
      snake: 'Por filas, en zigzag'
    },
    aisles: 'Pasillos',
    aisle: {
      none: 'Sin pasillos',
      middle: 'Uno en el centro',
      every: 'Tras cada columna | Cada {n} columnas'
    },
    beside: '1 equipo queda sin colocar: no cabe. | {n} equipos quedan sin colocar: no caben.',
    tooWide: 'Con los pasillos, el plano pasaría de {max} columnas. Ponga menos equipos por fila.',
    submit: 'Colocar',
    done: '1 equipo colocado. | {n} equipos colocados.'
  }
}
export default es

type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> }
export type Messages = Texts<typeof es>
