/** Every key that does something, for the list that `?` opens. Whoever adds a key adds its line here. */

/** On a Mac, ⌘ stands where elsewhere Ctrl does. */
export const isMac = navigator.userAgent.includes('Macintosh')

interface Shortcut {
  /** Keys pressed together are joined by `+`; `cmd` is Ctrl, and ⌘ on a Mac. */
  readonly keys: readonly string[]
  /** What it does: a key of the messages. */
  readonly text: string
}

interface ShortcutGroup {
  readonly title: string
  readonly shortcuts: readonly Shortcut[]
}

export const SHORTCUTS: readonly ShortcutGroup[] = [
  {
    title: 'computers.shortcuts.everywhere',
    shortcuts: [
      { keys: ['?'], text: 'computers.shortcuts.help' },
      { keys: ['cmd+k'], text: 'search.shortcut' },
      { keys: ['cmd+z'], text: 'computers.shortcuts.undo' },
      { keys: ['escape'], text: 'computers.shortcuts.close' }
    ]
  },
  {
    title: 'computers.shortcuts.list',
    shortcuts: [
      { keys: ['up', 'down', 'left', 'right'], text: 'computers.shortcuts.move' },
      { keys: ['pageup', 'pagedown', 'home', 'end'], text: 'computers.shortcuts.jump' },
      { keys: ['space'], text: 'computers.shortcuts.pick' },
      { keys: ['shift+up', 'shift+down', 'shift+space'], text: 'computers.shortcuts.extend' },
      { keys: ['cmd+a'], text: 'computers.shortcuts.all' },
      { keys: ['escape'], text: 'computers.shortcuts.none' },
      { keys: ['enter'], text: 'computers.shortcuts.open' },
      { keys: ['f2'], text: 'computers.shortcuts.edit' },
      { keys: ['delete'], text: 'computers.shortcuts.remove' },
      { keys: ['menu', 'shift+f10'], text: 'computers.shortcuts.menu' }
    ]
  },
  {
    title: 'computers.shortcuts.tree',
    shortcuts: [
      { keys: ['up', 'down'], text: 'computers.shortcuts.move' },
      { keys: ['right', 'left'], text: 'computers.shortcuts.unfold' },
      { keys: ['enter'], text: 'computers.shortcuts.choose' }
    ]
  }
]
