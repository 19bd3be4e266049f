/** All that the window says in one language: a chunk of its own, fetched when the language is chosen. */
import { ca as $vuetify } from 'vuetify/locale'
import { ca as shared } from '#shared/messages/ca.ts'
import { ca as own } from '../ca.ts'
import agents from '../agents/ca.ts'
import audit from '../audit/ca.ts'
import backups from '../backups/ca.ts'
import commands from '../commands/ca.ts'
import computers from '../computers/ca.ts'
import deploy from '../deploy/ca.ts'
import disks from '../disks/ca.ts'
import edit from '../edit/ca.ts'
import imports from '../imports/ca.ts'
import limits from '../limits/ca.ts'
import plan from '../plan/ca.ts'
import records from '../records/ca.ts'
import scripts from '../scripts/ca.ts'
import search from '../search/ca.ts'
import trust from '../trust/ca.ts'
import work from '../work/ca.ts'

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
