/** What people type, held against what is there: capitals, accents and the spelling of a MAC do not matter. */

/** The longest question that is read to its end. */
const MAX_WORDS = 12
const PLAIN = /^[\n -~]*$/
/** `08:00`, `08-00-27-4f`, `0800.274f`: hexadecimal in the groups that MAC addresses have; an IP has others. */
const MAC_LIKE =
  /^(?:[0-9a-f]{2}(?:[:-][0-9a-f]{2})*[:-][0-9a-f]{0,2}|[0-9a-f]{4}(?:\.[0-9a-f]{4})*\.[0-9a-f]{0,4})$/

const MAC = /^(?:[0-9a-f]{2}:){5}[0-9a-f]{2}$/

/** A text without capitals and accents: `Niño` → `nino`. */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  return PLAIN.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '')
}

/** One word of a question, folded. */
export interface SearchWord {
  readonly text: string
  /** The digits alone where it may be part of a MAC in any spelling, or null. */
  readonly digits: string | null
}

/** The words of a question; all of them have to be found. */
export function searchWords(question: string): SearchWord[] {
  const texts = fold(question)
    .split(/[\s\p{C}]+/u)
    .filter((text) => text !== '')
  return [...new Set(texts)].slice(0, MAX_WORDS).map((text) => ({
    text,
    digits: MAC_LIKE.test(text) ? text.replace(/[:.-]/g, '') : null
  }))
}

/** Whether a folded text holds a word. A MAC has to be there without its separators, too. */
export function holds(folded: string, { text, digits }: SearchWord): boolean {
  return folded.includes(text) || (digits !== null && digits.length > 2 && folded.includes(digits))
}

/** Tests texts for every word of a question. */
export function textMatcher(question: string): (text: string) => boolean {
  const words = searchWords(question)
  return (text) => {
    const folded = fold(text)
    return words.every((word) => holds(folded, word))
  }
}

const isWordPart = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character)

function startsAWord(folded: string, word: string): boolean {
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
    if (!isWordPart(folded[at - 1])) return true
  }
  return false
}

/** How well a folded name answers a question, best first: the name itself, its beginning, its words', any part, nothing. */
export function nameRank(folded: string, words: readonly SearchWord[]): number {
  const whole = words.map(({ text }) => text).join(' ')
  if (folded === whole) return 0
  if (folded.startsWith(whole)) return 1
  if (words.every(({ text }) => startsAWord(folded, text))) return 2
  return words.every((word) => holds(folded, word)) ? 3 : 4
}

export interface TextPart {
  readonly text: string
  readonly found: boolean
}

/** A text in parts, those that answer the question marked; put together they are the text again. */
export function markFound(text: string, words: readonly SearchWord[]): TextPart[] {
  // Folding changes lengths, so each folded character remembers where it comes from.
  const characters = [...text]
  let folded = ''
  const origin: number[] = []
  characters.forEach((character, index) => {
    const plain = fold(character)
    folded += plain
    for (let i = 0; i < plain.length; i++) origin.push(index)
  })
  const marked = characters.map(() => false)
  const mark = (haystack: string, needle: string, at: readonly number[]): void => {
    for (let i = haystack.indexOf(needle); i >= 0; i = haystack.indexOf(needle, i + needle.length)) {
      marked.fill(true, at[i], at[i + needle.length - 1]! + 1)
    }
  }
  // Only a MAC is found by its digits alone.
  const bare = MAC.test(folded) ? folded.replaceAll(':', '') : null
  for (const { text: word, digits } of words) {
    mark(folded, word, origin)
    // Every third of its characters is a separator.
    if (bare !== null)
      mark(
        bare,
        digits ?? word,
        [...bare].map((_, i) => i + Math.floor(i / 2))
      )
  }
  const parts: TextPart[] = []
  characters.forEach((character, index) => {
    const found = marked[index]!
    const last = parts.at(-1)
    if (last?.found === found) parts[parts.length - 1] = { text: last.text + character, found }
    else parts.push({ text: character, found })
  })
  return parts
}
