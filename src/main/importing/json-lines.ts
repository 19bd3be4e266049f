/** On which line of a JSON text each of its values begins. */
import { parseTree, type Node } from 'jsonc-parser'

/** A value of the text, to be asked for those inside it. */
export interface Located {
  readonly line: number
  /** The value of a property, or of a place in a list; itself where there is none. */
  at(key: string | number): Located
}

/** Finds the lines of a text that is JSON. */
export function locate(text: string): Located {
  const starts = [0]
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) starts.push(end + 1)

  function lineOf(offset: number): number {
    let [low, high] = [0, starts.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle
    }
    return low + 1
  }

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
