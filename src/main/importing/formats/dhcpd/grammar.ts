/**
 * The grammar of ISC's dhcpd.conf: statements of words, ended by `;` or by a block. It knows no keyword, and no text
 * breaks it: what is missing is noted in the statement, and the next one is read. [dhcpd.conf(5)]
 */
import { createToken, EmbeddedActionsParser, Lexer, type IToken } from 'chevrotain'

export interface Word {
  readonly text: string
  readonly line: number
  readonly quoted: boolean
}

export interface Statement {
  readonly words: readonly Word[]
  readonly line: number
  /** From its first character to the one after its last. */
  readonly start: number
  readonly end: number
  /** `nothing`: its `;` is missing. `stray`: a `}` that closes no block. `quote`: a string is not closed. */
  readonly ending: 'semicolon' | 'block' | 'nothing' | 'stray' | 'quote'
  readonly block: readonly Statement[]
  /** Whether its block has its `}`. */
  readonly closed: boolean
}

const Space = createToken({ name: 'Space', pattern: /\s+/, group: Lexer.SKIPPED, line_breaks: true })
/** `//` is no comment to dhcpd, but people paste such files. */
const Comment = createToken({ name: 'Comment', pattern: /(?:#|\/\/)[^\r\n]*/, group: Lexer.SKIPPED })
/** `option area code 150 = { ip-address, integer 8 };`: braces that are no block. */
const Structure = createToken({
  name: 'Structure',
  pattern: /(?:=|array\s+of)\s*\{[^{};"#]*\}/i,
  line_breaks: true,
  start_chars_hint: ['=', 'a', 'A']
})
/** Legal strings span lines too. Nobody writes them, and a forgotten quote would cost the rest of the file. */
const Text = createToken({
  name: 'Text',
  pattern: /"[^"\\\r\n]*(?:\\[^\r\n][^"\\\r\n]*)*"/,
  start_chars_hint: ['"'],
  line_breaks: false
})
const OpenText = createToken({
  name: 'OpenText',
  pattern: /"[^\r\n]*/,
  start_chars_hint: ['"'],
  line_breaks: false
})
const Open = createToken({ name: 'Open', pattern: '{' })
const Close = createToken({ name: 'Close', pattern: '}' })
const End = createToken({ name: 'End', pattern: ';' })
const Comma = createToken({ name: 'Comma', pattern: ',' })
const Equals = createToken({ name: 'Equals', pattern: '=' })
const Plain = createToken({ name: 'Plain', pattern: /[^\s{};",#=]+/, line_breaks: false })

const tokens = [Space, Comment, Structure, Text, OpenText, Open, Close, End, Comma, Equals, Plain]
const lexer = new Lexer(tokens, { ensureOptimizations: false, positionTracking: 'full' })

/** Deeper than anybody nests, and shallow enough for the stack. */
const DEPTH_MAX = 60

class DhcpdParser extends EmbeddedActionsParser {
  constructor() {
    super(tokens, { maxLookahead: 1, recoveryEnabled: false })
    this.performSelfAnalysis()
  }

  readonly file = this.RULE('file', (): Statement[] => {
    const statements: Statement[] = []
    this.MANY(() => {
      this.OR([
        {
          ALT: () => {
            const brace = this.CONSUME(Close)
            statements.push(statementOf([brace], { kind: 'stray', last: brace, block: [], closed: true }))
          }
        },
        { ALT: () => statements.push(this.SUBRULE(this.statement)) }
      ])
    })
    return statements
  })

  readonly statement = this.RULE('statement', (): Statement => {
    const words: IToken[] = []
    let ending: Ending = { kind: 'nothing', last: undefined, block: [], closed: true }
    this.OR([
      {
        ALT: () => {
          this.AT_LEAST_ONE(() => words.push(this.SUBRULE(this.word)))
          this.OPTION(() => {
            ending = this.SUBRULE(this.ending)
          })
        }
      },
      {
        ALT: () => {
          ending = this.SUBRULE2(this.ending)
        }
      }
    ])
    return this.ACTION(() => statementOf(words, ending))
  })

  readonly word = this.RULE('word', (): IToken => {
    return this.OR([
      { ALT: () => this.CONSUME(Plain) },
      { ALT: () => this.CONSUME(Text) },
      { ALT: () => this.CONSUME(Comma) },
      { ALT: () => this.CONSUME(Equals) },
      { ALT: () => this.CONSUME(Structure) }
    ])
  })

  readonly ending = this.RULE('ending', (): Ending => {
    return this.OR<Ending>([
      { ALT: () => ({ kind: 'semicolon', last: this.CONSUME(End), block: [], closed: true }) },
      { ALT: () => ({ kind: 'quote', last: this.CONSUME(OpenText), block: [], closed: true }) },
      {
        ALT: () => {
          const open = this.CONSUME(Open)
          const block: Statement[] = []
          let close: IToken | undefined
          this.MANY(() => {
            block.push(this.SUBRULE(this.statement))
          })
          this.OPTION(() => {
            close = this.CONSUME(Close)
          })
          return { kind: 'block', last: close ?? open, block, closed: close !== undefined }
        }
      }
    ])
  })
}

interface Ending {
  readonly kind: Statement['ending']
  readonly last: IToken | undefined
  readonly block: readonly Statement[]
  readonly closed: boolean
}

function statementOf(words: readonly IToken[], { kind, last, block, closed }: Ending): Statement {
  const first = words[0] ?? last!
  return {
    words: words.map(wordOf),
    line: first.startLine!,
    start: first.startOffset,
    end: (last ?? words.at(-1)!).endOffset! + 1,
    ending: kind,
    block,
    closed
  }
}

function wordOf(token: IToken): Word {
  const quoted = token.tokenType === Text
  return {
    text: quoted ? token.image.slice(1, -1).replace(/\\(["\\])/g, '$1') : token.image,
    line: token.startLine!,
    quoted
  }
}

let parser: DhcpdParser | undefined

/** The statements of a file; `tooDeep` is the line at which its blocks go deeper than anybody nests them. */
export function parseDhcpd(text: string): { statements: readonly Statement[]; tooDeep: number | null } {
  const found = lexer.tokenize(text).tokens
  let depth = 0
  for (const token of found) {
    if (token.tokenType === Open) depth++
    if (token.tokenType === Close) depth--
    if (depth > DEPTH_MAX) return { statements: [], tooDeep: token.startLine! }
  }
  parser ??= new DhcpdParser()
  parser.input = found
  return { statements: parser.file(), tooDeep: null }
}
