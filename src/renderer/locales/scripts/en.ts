/** The library of scripts, in English. */
import type { Messages } from './es.ts'

const en: Messages = {}

export default en
