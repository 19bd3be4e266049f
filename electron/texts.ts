/** The words that the operating system shows for us: menu, questions, errors. The page's own are in its locales. */
import type { Language } from '#shared/contract/inputs.ts'

interface Texts {
  readonly file: string
  readonly edit: string
  readonly view: string
  readonly window: string
  readonly help: string
  readonly openDataFolder: string
  readonly about: string
  readonly quit: string
  readonly undo: string
  readonly redo: string
  readonly cut: string
  readonly copy: string
  readonly paste: string
  readonly selectAll: string
  readonly resetZoom: string
  readonly zoomIn: string
  readonly zoomOut: string
  readonly fullScreen: string
  readonly minimize: string
  readonly close: string
  readonly quitQuestion: (jobs: number) => string
  readonly quitDetail: string
  readonly quitAnyway: string
  readonly stay: string
  readonly startFailed: string
  readonly pageCrashed: string
  readonly reload: string
}

export const TEXTS: Readonly<Record<Language, Texts>> = {
  es: {
    file: '&Archivo',
    edit: '&Editar',
    view: '&Ver',
    window: 'Ve&ntana',
    help: 'A&yuda',
    openDataFolder: 'Abrir la carpeta de datos',
    about: 'Acerca de ogDesk',
    quit: 'Salir',
    undo: 'Deshacer',
    redo: 'Rehacer',
    cut: 'Cortar',
    copy: 'Copiar',
    paste: 'Pegar',
    selectAll: 'Seleccionar todo',
    resetZoom: 'Tamaño real',
    zoomIn: 'Acercar',
    zoomOut: 'Alejar',
    fullScreen: 'Pantalla completa',
    minimize: 'Minimizar',
    close: 'Cerrar la ventana',
    quitQuestion: (jobs) =>
      jobs === 1
        ? 'Hay una tarea en marcha. ¿Salir de todos modos?'
        : `Hay ${jobs} tareas en marcha. ¿Salir de todos modos?`,
    quitDetail:
      'Los equipos siguen trabajando aunque ogDesk se cierre. La próxima vez que arranque volverá a preguntar por estas tareas, pero un resultado que llegue mientras esté cerrado puede perderse.',
    quitAnyway: 'Salir',
    stay: 'Seguir aquí',
    startFailed: 'ogDesk no ha podido arrancar',
    pageCrashed:
      'La ventana de ogDesk ha dejado de funcionar. Las tareas en marcha no se han visto afectadas.',
    reload: 'Volver a cargarla'
  },
  en: {
    file: '&File',
    edit: '&Edit',
    view: '&View',
    window: '&Window',
    help: '&Help',
    openDataFolder: 'Open the data folder',
    about: 'About ogDesk',
    quit: 'Quit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    resetZoom: 'Actual size',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fullScreen: 'Full screen',
    minimize: 'Minimize',
    close: 'Close window',
    quitQuestion: (jobs) =>
      jobs === 1 ? 'A task is running. Quit anyway?' : `${jobs} tasks are running. Quit anyway?`,
    quitDetail:
      'The computers go on working while ogDesk is closed. At its next start it asks for these tasks again, but a result that arrives meanwhile may be lost.',
    quitAnyway: 'Quit',
    stay: 'Stay here',
    startFailed: 'ogDesk could not start',
    pageCrashed: 'The window of ogDesk has stopped working. Running tasks are not affected.',
    reload: 'Load it again'
  },
  ca: {
    file: '&Fitxer',
    edit: '&Edita',
    view: '&Visualitza',
    window: 'Fi&nestra',
    help: '&Ajuda',
    openDataFolder: 'Obre la carpeta de dades',
    about: "Quant a l'ogDesk",
    quit: 'Surt',
    undo: 'Desfés',
    redo: 'Refés',
    cut: 'Retalla',
    copy: 'Copia',
    paste: 'Enganxa',
    selectAll: 'Selecciona-ho tot',
    resetZoom: 'Mida real',
    zoomIn: 'Amplia',
    zoomOut: 'Redueix',
    fullScreen: 'Pantalla completa',
    minimize: 'Minimitza',
    close: 'Tanca la finestra',
    quitQuestion: (jobs) =>
      jobs === 1
        ? 'Hi ha una tasca en marxa. Voleu sortir igualment?'
        : `Hi ha ${jobs} tasques en marxa. Voleu sortir igualment?`,
    quitDetail:
      "Els equips continuen treballant encara que l'ogDesk es tanqui. La pròxima vegada que s'iniciï tornarà a preguntar per aquestes tasques, però un resultat que arribi mentre estigui tancat es pot perdre.",
    quitAnyway: 'Surt',
    stay: "Queda't aquí",
    startFailed: "L'ogDesk no s'ha pogut iniciar",
    pageCrashed:
      "La finestra de l'ogDesk ha deixat de funcionar. Les tasques en marxa no n'han resultat afectades.",
    reload: 'Torna-la a carregar'
  }
}
