/** Commands, their targets, and the batches that come of them, in English. */
import type { Messages } from './es.ts'

const en: Messages = {}

export default en
