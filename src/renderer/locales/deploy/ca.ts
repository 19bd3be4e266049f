/** Deploying images, and which computer carries which, in Catalan. */
import type { Messages } from './es.ts'

const ca: Messages = {}

export default ca
