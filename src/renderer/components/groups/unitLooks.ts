import { mdiAccountGroupOutline, mdiDomain, mdiGoogleClassroom, mdiHomeGroup } from '@mdi/js'
import type { Unit } from '#shared/contract/rows.ts'

export const UNIT_ICONS: Readonly<Record<Unit['type'], string>> = {
  centre: mdiDomain,
  'classroom-group': mdiHomeGroup,
  classroom: mdiGoogleClassroom,
  'client-group': mdiAccountGroupOutline
}
