/** All that the window says in one language: a chunk of its own, fetched when the language is chosen. */
import { en as $vuetify } from 'vuetify/locale'
import { en as shared } from '#shared/messages/en.ts'
import { en as own } from '../en.ts'
import agents from '../agents/en.ts'
import backups from '../backups/en.ts'
import computers from '../computers/en.ts'
import edit from '../edit/en.ts'
import imports from '../imports/en.ts'
import plan from '../plan/en.ts'
import search from '../search/en.ts'
import work from '../work/en.ts'

export default { ...shared, ...own, agents, backups, computers, edit, imports, plan, search, work, $vuetify }
