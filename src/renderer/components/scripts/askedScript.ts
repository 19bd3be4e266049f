import type { OrderOf } from '#shared/contract/orders.ts'
import type { ScriptInput } from '#shared/contract/scripts.ts'

/** A script as it will run. */
export type AskedScript = Omit<OrderOf<'run-script'>, 'command'>

/** A script as a form begins with it; without an id, it is a new one. */
export type EditedScript = ScriptInput & { readonly id?: number }
