/** All that the window says in one language: a chunk of its own, fetched when the language is chosen. */
import { es as $vuetify } from 'vuetify/locale'
import { es as shared } from '#shared/messages/es.ts'
import { es as own } from '../es.ts'
import agents from '../agents/es.ts'
import audit from '../audit/es.ts'
import backups from '../backups/es.ts'
import commands from '../commands/es.ts'
import computers from '../computers/es.ts'
import deploy from '../deploy/es.ts'
import disks from '../disks/es.ts'
import edit from '../edit/es.ts'
import imports from '../imports/es.ts'
import limits from '../limits/es.ts'
import plan from '../plan/es.ts'
import records from '../records/es.ts'
import scripts from '../scripts/es.ts'
import search from '../search/es.ts'
import trust from '../trust/es.ts'
import work from '../work/es.ts'

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
