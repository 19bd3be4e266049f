/** A decoder of bencoding for tests: small, strict enough, and not the library that wrote the file. */
export type Bencoded = number | Buffer | Bencoded[] | { [key: string]: Bencoded }

export function bdecode(bytes: Buffer): Bencoded {
  let at = 0
  const until = (mark: string) => {
    const end = bytes.indexOf(mark, at)
    if (end < 0) throw new Error(`no "${mark}" after byte ${at}`)
    const text = bytes.toString('latin1', at, end)
    at = end + 1
    return text
  }
  const value = (): Bencoded => {
    const kind = String.fromCharCode(bytes[at] ?? 0)
    if (/\d/.test(kind)) {
      const length = Number(until(':'))
      at += length
      return bytes.subarray(at - length, at)
    }
    at += 1
    if (kind === 'i') return Number(until('e'))
    const items: Bencoded[] = []
    while (bytes[at] !== 'e'.charCodeAt(0)) items.push(value())
    at += 1
    if (kind === 'l') return items
    if (kind !== 'd') throw new Error(`"${kind}" at byte ${at}`)
    const pairs = items.flatMap((item, index) => (index % 2 ? [] : [[String(item), items[index + 1]]]))
    return Object.fromEntries(pairs) as { [key: string]: Bencoded }
  }
  return value()
}
