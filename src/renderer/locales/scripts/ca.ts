/** The library of scripts, in Catalan. */
import type { Messages } from './es.ts'

const ca: Messages = {}

export default ca
