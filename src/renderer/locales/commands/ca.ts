/** Commands, their targets, and the batches that come of them, in Catalan. */
import type { Messages } from './es.ts'

const ca: Messages = {}

export default ca
