/**
 * What the palette can do besides opening what it finds. A new command is one more entry: `title` and `keywords` are
 * keys of the locale.
 */
import {
  mdiBackupRestore,
  mdiClipboardListOutline,
  mdiCogOutline,
  mdiContentCopy,
  mdiContentSaveOutline,
  mdiDatabaseOutline,
  mdiDeleteOutline,
  mdiDesktopTower,
  mdiDownloadOutline,
  mdiFileImportOutline,
  mdiFileTreeOutline,
  mdiFilterPlusOutline,
  mdiFolderMoveOutline,
  mdiFormatListBulletedSquare,
  mdiHarddisk,
  mdiLan,
  mdiMagnify,
  mdiMonitorMultiple,
  mdiPencilOutline,
  mdiRadar,
  mdiRefresh,
  mdiScriptTextOutline,
  mdiThemeLightDark,
  mdiTranslate,
  mdiTrashCanOutline,
  mdiUndo
} from '@mdi/js'
import type { useI18n } from 'vue-i18n'
import type { Router } from 'vue-router'
import type { api } from '../../api.ts'
import { COMMAND_ICONS, MENU_COMMANDS } from '../../composables/commandLooks.ts'
import type { useCommands } from '../../composables/useCommands.ts'
import type { useInventoryEdits } from '../../composables/useInventoryEdits.ts'
import { LANGUAGES } from '../../composables/useLanguage.ts'
import type { useSystem } from '../../stores/system.ts'

/** What commands work with. */
export interface CommandContext {
  readonly api: typeof api
  readonly router: Router
  readonly edits: ReturnType<typeof useInventoryEdits>
  readonly settings: ReturnType<typeof useSystem>
  readonly commands: ReturnType<typeof useCommands>
  /** The computers that are picked; without any, those of what is on the screen. */
  readonly targets: {
    readonly clientIds: readonly number[]
    readonly target: string
    /** `12 equipos de Aula 1` */
    readonly words: string
  } | null
  /** The unit that is on the screen. */
  readonly unitId: number | null
  /** Whether there is something to take back. */
  readonly undoable: boolean
  t: ReturnType<typeof useI18n>['t']
  openSmartGroup(): void
  exportInventory(): Promise<boolean>
  tell(text: string): void
}

interface Command {
  readonly id: string
  readonly icon: string
  readonly title: string
  readonly keywords: string
  /** Values of the title, themselves keys of the locale. */
  readonly values?: Readonly<Record<string, string>>
  /** Values of the title that are words already. */
  words?(context: CommandContext): Readonly<Record<string, string>>
  run(context: CommandContext): unknown
  /** Whether it can be done now; without it, always. */
  available?(context: CommandContext): boolean
}

/** The same, of a computer that was found; its title has the computer's `name`. */
interface ClientCommand extends Omit<Command, 'run' | 'words' | 'available'> {
  run(context: CommandContext, client: { readonly id: number; readonly name: string }): unknown
}

const VIEWS = [
  ['groups', mdiMonitorMultiple],
  ['discovered', mdiRadar],
  ['traces', mdiFormatListBulletedSquare],
  ['batches', mdiClipboardListOutline],
  ['scripts', mdiScriptTextOutline],
  ['subnets', mdiLan],
  ['images', mdiHarddisk],
  ['repositories', mdiDatabaseOutline],
  ['settings', mdiCogOutline]
] as const

export const COMMANDS: readonly Command[] = [
  {
    id: 'create-client',
    icon: mdiDesktopTower,
    title: 'search.commands.createClient',
    keywords: 'search.keywords.createClient',
    run: ({ edits, unitId }) => edits.createClient(unitId)
  },
  {
    id: 'create-unit',
    icon: mdiFileTreeOutline,
    title: 'search.commands.createUnit',
    keywords: 'search.keywords.createUnit',
    run: ({ edits, unitId }) => edits.createUnit(unitId)
  },
  {
    id: 'create-smart-group',
    icon: mdiFilterPlusOutline,
    title: 'search.commands.createSmartGroup',
    keywords: 'search.keywords.createSmartGroup',
    run: ({ openSmartGroup }) => openSmartGroup()
  },
  {
    id: 'create-subnet',
    icon: mdiLan,
    title: 'search.commands.createSubnet',
    keywords: 'search.keywords.createSubnet',
    run: ({ edits }) => edits.createSubnet()
  },
  {
    id: 'create-repository',
    icon: mdiDatabaseOutline,
    title: 'search.commands.createRepository',
    keywords: 'search.keywords.createRepository',
    run: ({ edits }) => edits.createRepository()
  },
  {
    id: 'programs',
    icon: mdiMagnify,
    title: 'search.commands.programs',
    keywords: 'search.keywords.programs',
    run: ({ router, unitId }) => router.push({ name: 'programs', query: { unit: unitId ?? undefined } })
  },
  {
    id: 'import',
    icon: mdiFileImportOutline,
    title: 'search.commands.import',
    keywords: 'search.keywords.import',
    run: ({ router }) => router.push({ name: 'import' })
  },
  {
    id: 'export',
    icon: mdiDownloadOutline,
    title: 'search.commands.export',
    keywords: 'search.keywords.export',
    run: ({ exportInventory }) => exportInventory()
  },
  {
    id: 'back-up',
    icon: mdiContentSaveOutline,
    title: 'search.commands.backUp',
    keywords: 'search.keywords.backUp',
    async run({ api, router }) {
      await api.backups.create()
      await router.push({ name: 'backups' })
    }
  },
  {
    id: 'backups',
    icon: mdiBackupRestore,
    title: 'search.commands.goTo',
    values: { view: 'backups.title' },
    keywords: 'search.keywords.backups',
    run: ({ router }) => router.push({ name: 'backups' })
  },
  {
    id: 'trash',
    icon: mdiTrashCanOutline,
    title: 'search.commands.trash',
    keywords: 'search.keywords.trash',
    run: ({ edits }) => edits.openTrash(null)
  },
  {
    id: 'undo',
    icon: mdiUndo,
    title: 'search.commands.undo',
    keywords: 'search.keywords.undo',
    available: ({ undoable }) => undoable,
    run: ({ edits }) => edits.undo()
  },
  ...VIEWS.map(([name, icon]) => ({
    id: `go-to-${name}`,
    icon,
    title: 'search.commands.goTo',
    values: { view: `app.menu.${name}` },
    keywords: 'search.keywords.goTo',
    run: ({ router }: CommandContext) => router.push({ name })
  })),
  ...(['system', 'light', 'dark'] as const).map((theme) => ({
    id: `theme-${theme}`,
    icon: mdiThemeLightDark,
    title: 'search.commands.theme',
    values: { theme: `settings.themes.${theme}` },
    keywords: 'search.keywords.theme',
    available: ({ settings }: CommandContext) => settings.settings?.theme !== theme,
    run: ({ settings }: CommandContext) => settings.changeSettings({ theme })
  })),
  ...LANGUAGES.map((language) => ({
    id: `language-${language}`,
    icon: mdiTranslate,
    title: 'search.commands.language',
    values: { language: `app.languages.${language}` },
    keywords: 'search.keywords.language',
    available: ({ settings }: CommandContext) => settings.settings?.language !== language,
    run: ({ settings }: CommandContext) => settings.changeSettings({ language })
  })),
  ...MENU_COMMANDS.filter((command) => command !== 'create-image').map((command) => ({
    id: `give-${command}`,
    icon: COMMAND_ICONS[command],
    title: 'commands.menu.giveTo',
    values: { command: `commands.${command}` },
    words: ({ targets }: CommandContext) => ({ name: targets?.words ?? '' }),
    keywords: `commands.keywords.${command}`,
    available: ({ targets }: CommandContext) => targets !== null,
    run: ({ commands, targets }: CommandContext) =>
      targets && commands.open(command, targets.clientIds, targets.target)
  }))
]

export const CLIENT_COMMANDS: readonly ClientCommand[] = [
  {
    id: 'create-image',
    icon: mdiContentSaveOutline,
    title: 'search.commands.createImage',
    keywords: 'search.keywords.createImage',
    run: ({ router }, { id }) => router.push({ name: 'create-image', params: { id } })
  },
  {
    id: 'refresh',
    icon: mdiRefresh,
    title: 'search.commands.refresh',
    keywords: 'search.keywords.refresh',
    async run({ api, tell, t }, { id, name }) {
      const { state } = await api.clients.refresh({ id })
      tell(t('search.refreshed', { name, state: t(`states.client.${state}`) }))
    }
  },
  {
    id: 'edit',
    icon: mdiPencilOutline,
    title: 'search.commands.edit',
    keywords: 'search.keywords.edit',
    run: ({ edits }, { id }) => edits.editClient(id)
  },
  {
    id: 'duplicate',
    icon: mdiContentCopy,
    title: 'search.commands.duplicate',
    keywords: 'search.keywords.duplicate',
    run: ({ edits }, { id }) => edits.duplicateClient(id)
  },
  {
    id: 'move',
    icon: mdiFolderMoveOutline,
    title: 'search.commands.move',
    keywords: 'search.keywords.move',
    run: ({ edits }, { id }) => edits.moveClients([id])
  },
  {
    id: 'remove',
    icon: mdiDeleteOutline,
    title: 'search.commands.remove',
    keywords: 'search.keywords.remove',
    run: ({ edits }, { id }) => edits.removeClients([id])
  },
  ...MENU_COMMANDS.filter((command) => command !== 'create-image').map((command) => ({
    id: `give-client-${command}`,
    icon: COMMAND_ICONS[command],
    title: 'commands.menu.giveTo',
    values: { command: `commands.${command}` },
    keywords: `commands.keywords.${command}`,
    run: ({ commands }: CommandContext, { id, name }: { readonly id: number; readonly name: string }) =>
      commands.open(command, [id], name)
  }))
]
