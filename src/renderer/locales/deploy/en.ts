/** Deploying images, and which computer carries which, in English. */
import type { Messages } from './es.ts'

const en: Messages = {}

export default en
