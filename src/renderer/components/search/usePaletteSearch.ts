/** What the palette lists for a text: what the console finds, and the commands that the window knows by itself. */
import { computed, shallowRef, watch, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { SearchHit } from '#shared/contract/search.ts'
import { fold, holds, nameRank, searchWords, type SearchWord } from '#shared/domain/search.ts'
import { api, failureOf, type ShownFailure } from '../../api.ts'
import { usePalette } from '../../stores/palette.ts'
import { useSmartGroups } from '../../stores/smartGroups.ts'
import { CLIENT_COMMANDS, COMMANDS } from './commands.ts'
import { useOptions, type PaletteGroup, type PaletteOption } from './options.ts'
import { useCommandContext } from './useCommandContext.ts'

/** Hits of one kind; more than anybody reads are found with one more word. */
const LIMIT = 6
/** Computers that a command that was named is offered for. */
const COMMANDED = 3
/** Commands that are offered with a computer that was found. */
const OFFERED = 3

type Found = Awaited<ReturnType<typeof api.search.find>>
type ClientHit = Extract<SearchHit, { kind: 'client' }>

const clientsOf = (found: Found): ClientHit[] =>
  found.flatMap(({ hits }) => hits.filter((hit): hit is ClientHit => hit.kind === 'client'))

export function usePaletteSearch(text: Ref<string>) {
  const { t } = useI18n()
  const palette = usePalette()
  const smartGroups = useSmartGroups()
  const options = useOptions()
  const { context, attempt } = useCommandContext()

  const words = computed(() => searchWords(text.value))
  const found = shallowRef<Found>([])
  /** Computers for the commands that were named together with them: `crear imagen pc05`. */
  const commanded = shallowRef<{ clients: ClientHit[]; verbs: SearchWord[] }>({ clients: [], verbs: [] })
  const failure = shallowRef<ShownFailure | null>(null)
  let run = 0
  let pending: Promise<void> = Promise.resolve()

  const commandText = (title: string, keywords: string): string => fold(`${title} ${t(keywords)}`)
  const translated = (values: Readonly<Record<string, string>> = {}): Record<string, string> =>
    Object.fromEntries(Object.entries(values).map(([key, value]) => [key, t(value)]))
  const isVerb = ({ text: word }: SearchWord): boolean =>
    CLIENT_COMMANDS.some(({ title, keywords, values }) =>
      commandText(t(title, { ...translated(values), name: '' }), keywords)
        .split(' ')
        .some((part) => part.length > 2 && word.length > 2 && part.startsWith(word))
    )

  async function ask(): Promise<void> {
    const mine = ++run
    const asked = words.value
    const verbs = asked.filter(isVerb)
    // A computer may be called like a command; what is done to it stands before it.
    const others =
      verbs.length > 1 && verbs.length === asked.length
        ? verbs.splice(-1)
        : asked.filter((word) => !verbs.includes(word))
    try {
      const [all, named] = await Promise.all([
        asked.length ? api.search.find({ text: asked.map((word) => word.text).join(' '), limit: LIMIT }) : [],
        verbs.length && others.length
          ? api.search.find({ text: others.map((word) => word.text).join(' '), limit: COMMANDED })
          : []
      ])
      // Somebody has typed on: the answer to that is on its way.
      if (mine !== run) return
      found.value = all
      commanded.value = { clients: clientsOf(named).slice(0, COMMANDED), verbs }
      failure.value = null
    } catch (error) {
      if (mine !== run) return
      found.value = []
      commanded.value = { clients: [], verbs: [] }
      failure.value = failureOf(error)
    }
  }
  watch(words, () => (pending = ask()), { immediate: true })

  const clientCommands = computed<PaletteOption[]>(() => {
    const offer = (client: ClientHit, verbs: readonly SearchWord[], details: readonly string[]) =>
      CLIENT_COMMANDS.map(({ id, icon, title, keywords, values, run: work }) => ({
        text: commandText(t(title, { ...translated(values), name: '' }), keywords),
        option: {
          key: `${id} ${client.id}`,
          icon,
          title: t(title, { ...translated(values), name: client.name }),
          details,
          run: () => attempt(() => work(context(), client))
        }
      }))
        .filter((command) => verbs.every((verb) => holds(command.text, verb)))
        .map(({ option }) => option)
    const [first] = found.value
    const best = first?.kind === 'client' ? clientsOf([first])[0] : undefined
    const { clients, verbs } = commanded.value
    if (clients.length) return clients.flatMap((client) => offer(client, verbs, [client.path.join(' › ')]))
    return best ? offer(best, [], []).slice(0, OFFERED) : []
  })

  const commands = computed<PaletteOption[]>(() =>
    COMMANDS.filter(({ available }) => available?.(context()) ?? true)
      .map(({ id, icon, title, keywords, values, words: named, run: work }) => {
        const name = t(title, { ...translated(values), ...named?.(context()) })
        return { id, icon, name, work, text: commandText(name, keywords) }
      })
      .filter((command) => words.value.every((word) => holds(command.text, word)))
      .map((command) => ({ ...command, rank: nameRank(fold(command.name), words.value) }))
      .sort((one, other) => one.rank - other.rank)
      .map(({ id, icon, name, work }) => ({
        key: id,
        icon,
        title: name,
        details: [],
        run: () => attempt(() => work(context()))
      }))
  )

  const groups = computed<PaletteGroup[]>(() => {
    const all: PaletteGroup[] = words.value.length
      ? found.value.map(({ kind, hits, more }) => ({
          key: kind,
          title: more
            ? t('search.more', { kind: t(`search.kinds.${kind}`), n: hits.length })
            : t(`search.kinds.${kind}`),
          options: hits.map(options.ofHit)
        }))
      : [{ key: 'recent', title: t('search.recent'), options: palette.recent }]
    const ofClient = words.value.length ? clientCommands.value : []
    const smart = smartGroups.groups
      .filter(({ name }) => words.value.every((word) => holds(fold(name), word)))
      .map((group) => options.ofSmartGroup(group, smartGroups.counts.get(group.id) ?? 0))
    // The orders of a computer stand below it.
    const clientsAt = all.findIndex(({ key }) => key === 'client') + 1
    all.splice(clientsAt, 0, {
      key: 'client-command',
      title: t('search.kinds.clientCommand'),
      options: ofClient
    })
    all.push({ key: 'smart-group', title: t('search.kinds.smartGroup'), options: smart })
    all.push({ key: 'command', title: t('search.kinds.command'), options: commands.value })
    return all.filter((group) => group.options.length > 0)
  })

  return {
    words,
    groups,
    failure,
    /** Resolves once the answer to what is typed is there. */
    async settled(): Promise<void> {
      let latest
      do await (latest = pending)
      while (latest !== pending)
    }
  }
}
