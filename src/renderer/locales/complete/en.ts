/** All that the window says in one language: a chunk of its own, fetched when the language is chosen. */
import { en as $vuetify } from 'vuetify/locale'
import { en as shared } from '#shared/messages/en.ts'
import { en as own } from '../en.ts'
import agents from '../agents/en.ts'
import audit from '../audit/en.ts'
import backups from '../backups/en.ts'
import commands from '../commands/en.ts'
import computers from '../computers/en.ts'
import deploy from '../deploy/en.ts'
import disks from '../disks/en.ts'
import edit from '../edit/en.ts'
import imports from '../imports/en.ts'
import limits from '../limits/en.ts'
import plan from '../plan/en.ts'
import records from '../records/en.ts'
import scripts from '../scripts/en.ts'
import search from '../search/en.ts'
import trust from '../trust/en.ts'
import work from '../work/en.ts'

export default {
  ...shared,
  ...own,
  agents,
  audit,
  backups,
  commands: { ...shared.commands, ...commands },
  computers,
  deploy,
  disks,
  edit,
  imports,
  limits,
  plan,
  records,
  scripts,
  search,
  trust,
  work,
  $vuetify
}
