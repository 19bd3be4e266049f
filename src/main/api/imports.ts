import type { Implementer } from './errors.ts'
import type { Services } from './services.ts'

/** imports.*: other sources of computers. */
export function importsApi(os: Implementer, { imports }: Services) {
  return {
    open: os.imports.open.handler(({ input: { content, ...options } }) =>
      imports.open(
        content.kind === 'text' ? Buffer.from(content.text) : Buffer.from(content.data, 'base64'),
        options
      )
    ),
    rows: os.imports.rows.handler(({ input }) => imports.rows(input.importId, input.from)),
    retarget: os.imports.retarget.handler(({ input }) => imports.retarget(input.importId, input.target)),
    apply: os.imports.apply.handler(({ input }) => imports.apply(input.importId, input.keys)),
    close: os.imports.close.handler(({ input }) => ({ closed: imports.close(input.importId) }))
  }
}
