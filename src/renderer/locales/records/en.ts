/** Inventories of hardware and software, in English. */
import type { Messages } from './es.ts'

const en: Messages = {}

export default en
