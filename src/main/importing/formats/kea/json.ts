/** Kea's JSON: with three kinds of comments, commas too many, and includes. Every node knows its line. */
import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import { lineIndex } from '../lines.ts'

export interface KeaDocument {
  readonly root: Node | undefined
  readonly lineOf: (offset: number) => number
  readonly errors: readonly { readonly offset: number; readonly params: Record<string, string> }[]
  /** Files that are read in its place. */
  readonly includes: readonly { readonly offset: number; readonly text: string }[]
  /** Whether a node was read whole. */
  readonly isWhole: (node: Node) => boolean
  /** Where there are errors: the objects that are right by themselves, with their places. */
  readonly rightObjects: () => readonly {
    readonly node: Node
    readonly start: number
    readonly end: number
  }[]
}

/** Deeper than anybody nests, and shallow enough for the stack. */
const DEPTH_MAX = 100
const ERRORS_MAX = 50

const EXPECTED: Record<string, string> = {
  ColonExpected: ':',
  CommaExpected: ',',
  CloseBraceExpected: '}',
  CloseBracketExpected: ']',
  EndOfFileExpected: 'EOF',
  UnexpectedEndOfString: '"',
  UnexpectedEndOfComment: '*/'
}

const PARTS =
  /"[^"\\\n]*(?:\\[^\n][^"\\\n]*)*"?|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|(#[^\n]*)|(<\?include[^\n>]*>?)|([{[])|([}\]])/g

/** Parses as much of a text as there is to be parsed. */
export function parseKea(text: string): KeaDocument {
  const lineOf = lineIndex(text)
  const includes: KeaDocument['includes'][number][] = []
  let depth = 0
  let tooDeep: number | null = null
  const opened: number[] = []
  const objects: { start: number; end: number }[] = []
  // What the library does not know becomes spaces: all offsets stay.
  const plain = text.replace(
    PARTS,
    (
      part: string,
      hash: string | undefined,
      include: string | undefined,
      open: string | undefined,
      close: string | undefined,
      offset: number
    ) => {
      if (open !== undefined) {
        depth++
        opened.push(offset)
      }
      if (close !== undefined) {
        depth--
        const start = opened.pop() ?? offset
        if (close === '}' && text[start] === '{') objects.push({ start, end: offset + 1 })
      }
      if (depth > DEPTH_MAX) tooDeep ??= offset
      if (include !== undefined) includes.push({ offset, text: include })
      return hash === undefined && include === undefined ? part : ' '.repeat(part.length)
    }
  )
  if (tooDeep !== null) {
    const errors = [{ offset: tooDeep, params: { expected: '}' } }]
    return { root: undefined, lineOf, errors, includes, isWhole: () => false, rightObjects: () => [] }
  }
  const found: ParseError[] = []
  const root = parseTree(plain, found, { allowTrailingComma: true, allowEmptyContent: true })
  const offsets = found.map((error) => error.offset).sort((one, other) => one - other)
  return {
    root,
    lineOf,
    errors: firstOfEachLine(found, lineOf).map(({ error, offset, length }) => {
      const expected = EXPECTED[printParseErrorCode(error)]
      return {
        offset,
        params:
          expected === undefined ? { value: text.slice(offset, offset + Math.min(length, 50)) } : { expected }
      }
    }),
    includes,
    isWhole: (node) => node.length > 0 && !hasBetween(offsets, node.offset, node.offset + node.length),
    rightObjects: () =>
      found.length === 0 ? [] : objects.flatMap(({ start, end }) => rightObject(plain, start, end))
  }
}

/** A single reservation is not longer; what is, holds many, and is looked at part by part. */
const OBJECT_MAX = 5000

function rightObject(plain: string, start: number, end: number) {
  if (end - start > OBJECT_MAX) return []
  const errors: ParseError[] = []
  const node = parseTree(plain.slice(start, end), errors, { allowTrailingComma: true })
  return node && errors.length === 0 ? [{ node, start, end }] : []
}

/** One mistake makes many errors; the first of a line is told. */
function firstOfEachLine(errors: readonly ParseError[], lineOf: (offset: number) => number): ParseError[] {
  const lines = new Set<number>()
  const first: ParseError[] = []
  for (const error of errors) {
    const line = lineOf(error.offset)
    if (!lines.has(line)) first.push(error)
    lines.add(line)
    if (first.length === ERRORS_MAX) break
  }
  return first
}

function hasBetween(sorted: readonly number[], from: number, to: number): boolean {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (sorted[middle]! < from) low = middle + 1
    else high = middle
  }
  return low < sorted.length && sorted[low]! < to
}
