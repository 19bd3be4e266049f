/** The library of scripts, in Spanish. */
const es = {
  title: 'Scripts',
  subtitle: 'Los que más se usan, con los datos que cambian de una vez a otra como parámetros.',
  create: 'Nuevo script',
  examples: 'Añadir ejemplos',
  examplesAdded: 'Se han añadido los ejemplos. Cámbielos a su gusto.',
  empty: 'La biblioteca está vacía',
  emptyText:
    'Guarde aquí los scripts que ejecuta en los equipos. Los ejemplos son para Linux y Windows, y se pueden cambiar o borrar.',
  columns: { name: 'Nombre', parameters: 'Parámetros', updated: 'Modificado', actions: 'Acciones' },
  run: 'Ejecutar…',
  runOf: 'Ejecutar {name}',
  edit: 'Editar',
  duplicate: 'Duplicar',
  remove: 'Eliminar',
  copyOf: '{name} (copia)',
  removed: 'El script {name} se ha eliminado.',
  removeTitle: '¿Eliminar el script {name}?',
  removeText:
    'Desaparece de la biblioteca y no se puede recuperar. Las órdenes que ya lo usaron conservan lo que ejecutaron.',
  dialog: {
    create: 'Nuevo script',
    edit: 'Editar {name}',
    save: 'Guardar',
    saved: 'El script {name} está guardado.',
    name: 'Nombre',
    description: 'Descripción',
    body: 'Script',
    /** What a parameter may be called. */
    example: 'servidor',
    bodyHint: 'Escriba entre llaves dobles el nombre de cada dato que cambie de una vez a otra, como',
    parameters: 'Parámetros',
    parametersNone: 'Este script no tiene parámetros.',
    parametersHint: 'Los que hay en el script. Se preguntan con la etiqueta, y proponen el valor.',
    label: 'Etiqueta de {name}',
    value: 'Valor que se propone para {name}',
    preview: 'Con los valores propuestos'
  },
  picker: {
    required: 'Escriba un valor.'
  },
  runDialog: {
    title: 'Ejecutar «{name}»',
    go: 'Continuar',
    where: 'En qué equipos',
    whereHint: 'Antes de ejecutarlo verá qué equipos pueden recibirlo.',
    picked: 'El equipo elegido | Los {n} equipos elegidos',
    noComputers: 'Ahí no hay equipos.'
  },
  samples: {
    clockName: 'Linux: poner el reloj en hora',
    clockText: 'Sincroniza el reloj con un servidor NTP y lo guarda en el reloj del equipo.',
    server: 'Servidor NTP',
    statusName: 'Linux: direcciones IP y uso de los discos',
    statusText: 'Muestra las direcciones del equipo y cuánto queda libre en cada sistema de ficheros.',
    ipconfigName: 'Windows: configuración de red',
    ipconfigText: 'Muestra la configuración completa de las interfaces de red.',
    gpupdateName: 'Windows: actualizar las directivas de grupo',
    gpupdateText: 'Vuelve a aplicar todas las directivas de equipo y de usuario.'
  }
}

export default es

type Sentences<T> = { readonly [K in keyof T]: T[K] extends string ? string : Sentences<T[K]> }
/** Every language has every sentence. */
export type Messages = Sentences<typeof es>
