/** The application menu, in the console's language. */
import { Menu, shell, type ContextMenuParams, type MenuItemConstructorOptions } from 'electron'
import type { Language } from '#shared/contract/inputs.ts'
import { TEXTS } from './texts.ts'

export interface MenuOptions {
  readonly language: Language
  readonly dataDirectory: string
  /** Developer tools and reloading: for developers only. */
  readonly developer: boolean
}

export function setMenu({ language, dataDirectory, developer }: MenuOptions): void {
  const text = TEXTS[language]
  const mac = process.platform === 'darwin'
  const template: MenuItemConstructorOptions[] = [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    {
      label: text.file,
      submenu: [
        { label: text.openDataFolder, click: () => void shell.openPath(dataDirectory) },
        { type: 'separator' },
        mac ? { role: 'close', label: text.close } : { role: 'quit', label: text.quit }
      ]
    },
    {
      label: text.edit,
      submenu: [
        { role: 'undo', label: text.undo },
        { role: 'redo', label: text.redo },
        { type: 'separator' },
        { role: 'cut', label: text.cut },
        { role: 'copy', label: text.copy },
        { role: 'paste', label: text.paste },
        { role: 'selectAll', label: text.selectAll }
      ]
    },
    {
      label: text.view,
      submenu: [
        { role: 'resetZoom', label: text.resetZoom },
        { role: 'zoomIn', label: text.zoomIn },
        { role: 'zoomOut', label: text.zoomOut },
        { type: 'separator' },
        { role: 'togglefullscreen', label: text.fullScreen },
        ...(developer
          ? ([{ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' }] as const)
          : [])
      ]
    },
    {
      label: text.window,
      role: 'windowMenu',
      submenu: [
        { role: 'minimize', label: text.minimize },
        { role: 'close', label: text.close }
      ]
    },
    { label: text.help, role: 'help', submenu: [{ role: 'about', label: text.about }] }
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

/** Cut, copy and paste under the mouse; nothing where there is nothing to do. */
export function showContextMenu(language: Language, target: ContextMenuParams): void {
  const text = TEXTS[language]
  const { editFlags, isEditable, selectionText } = target
  const template: MenuItemConstructorOptions[] = isEditable
    ? [
        { role: 'cut', label: text.cut, enabled: editFlags.canCut },
        { role: 'copy', label: text.copy, enabled: editFlags.canCopy },
        { role: 'paste', label: text.paste, enabled: editFlags.canPaste },
        { type: 'separator' },
        { role: 'selectAll', label: text.selectAll }
      ]
    : [{ role: 'copy', label: text.copy }]
  if (isEditable || selectionText.trim() !== '') Menu.buildFromTemplate(template).popup()
}
