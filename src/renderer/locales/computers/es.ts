/** Tables of computers: sorting, selection, keyboard. */
const es = {
  of: 'Equipos de {name}',
  select: 'Seleccionar {name}',
  subnets: '{n} subredes',
  selectAll: 'Seleccionar todos los equipos que se muestran',
  idOf: 'ID {id}',
  menu: 'Más acciones',
  menuOf: 'Más acciones de {name}',
  columns: 'Columnas',
  sortBy: 'Ordenar por {field}',
  sortedUp: '{field}: orden ascendente. Pulse para invertirlo',
  sortedDown: '{field}: orden descendente. Pulse para invertirlo',
  refreshed: 'Ningún equipo | Estado actualizado de 1 equipo. | Estado actualizado de {n} equipos.',
  fields: {
    name: 'Nombre',
    id: 'ID',
    ip: 'IP',
    mac: 'MAC',
    state: 'Estado',
    sessionUser: 'Sesión',
    unit: 'Pertenece a',
    subnet: 'Subred',
    image: 'Imagen',
    imageVersion: 'Versión',
    ogLive: 'OgLive',
    pxe: 'Plantilla PXE',
    system: 'Sistema',
    serialNumber: 'Nº de serie',
    agentVersion: 'Versión de ogAgent',
    reportedAt: 'Último aviso'
  },
  version: {
    current: 'actual · {fullsum}',
    older: 'anterior · {fullsum}'
  },
  selection: {
    label: 'Equipos seleccionados',
    summary: '{computers} de {units}',
    computers: 'Ningún equipo seleccionado | 1 equipo seleccionado | {n} equipos seleccionados',
    units: 'ninguna unidad | 1 unidad | {n} unidades',
    classrooms: 'ningún aula | 1 aula | {n} aulas',
    drop: 'Quitar {name} de la selección',
    only: 'Ver solo los seleccionados',
    clear: 'Quitar selección',
    none: 'No hay equipos seleccionados',
    noneText: 'Marque equipos en cualquier aula: la selección se conserva al ir de una a otra.'
  },
  shortcuts: {
    title: 'Atajos de teclado',
    everywhere: 'En toda la consola',
    help: 'Mostrar estos atajos',
    undo: 'Deshacer la última eliminación o el último traslado',
    close: 'Cerrar lo que está abierto encima',
    list: 'En una lista de equipos',
    move: 'Ir al siguiente o al anterior',
    jump: 'Saltar una página, al principio o al final',
    pick: 'Seleccionar el equipo o quitarlo de la selección',
    extend: 'Ampliar la selección hasta aquí',
    all: 'Seleccionar todos los que se muestran',
    none: 'Quitar la selección',
    open: 'Abrir la ficha del equipo',
    edit: 'Editar el equipo',
    remove: 'Eliminar el equipo o la selección',
    menu: 'Abrir el menú del equipo',
    tree: 'En el árbol de centros',
    unfold: 'Desplegar y plegar',
    choose: 'Ver la unidad'
  },
  keys: {
    up: '↑',
    down: '↓',
    left: '←',
    right: '→',
    pageup: 'Re Pág',
    pagedown: 'Av Pág',
    home: 'Inicio',
    end: 'Fin',
    space: 'Espacio',
    shift: 'Mayús',
    enter: 'Intro',
    escape: 'Esc',
    delete: 'Supr',
    menu: 'Menú'
  }
}
export default es

type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> }
export type Messages = Texts<typeof es>
