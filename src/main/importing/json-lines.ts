/** On which line of a JSON text each of its values begins. */
import { parseTree, type Node } from 'jsonc-parser'
import { lineIndex } from './formats/lines.ts'

/** A value of the text, to be asked for those inside it. */
export interface Located {
  readonly line: number
  /** The value of a property, or of a place in a list; itself where there is none. */
  at(key: string | number): Located
}

/** Finds the lines of a text that is JSON. */
export function locate(text: string): Located {
  const lineOf = lineIndex(text)

  function located(node: Node | undefined): Located {
    return {
      line: lineOf(node?.offset ?? 0),
      at(key) {
        const child =
          typeof key === 'number'
            ? node?.children?.[key]
            : node?.children?.find(({ children }) => children?.[0]?.value === key)?.children?.[1]
        return located(child ?? node)
      }
    }
  }
  return located(parseTree(text))
}
