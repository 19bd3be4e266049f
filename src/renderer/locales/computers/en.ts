import type { Messages } from './es.ts'

const en: Messages = {
  of: 'Computers of {name}',
  select: 'Select {name}',
  subnets: '{n} subnets',
  selectAll: 'Select all computers shown',
  idOf: 'ID {id}',
  menu: 'More actions',
  menuOf: 'More actions for {name}',
  columns: 'Columns',
  sortBy: 'Sort by {field}',
  sortedUp: '{field}: ascending. Press to reverse',
  sortedDown: '{field}: descending. Press to reverse',
  refreshed: 'No computers | State of 1 computer refreshed. | State of {n} computers refreshed.',
  fields: {
    name: 'Name',
    id: 'ID',
    ip: 'IP',
    mac: 'MAC',
    state: 'State',
    sessionUser: 'Session',
    unit: 'Belongs to',
    subnet: 'Subnet',
    ogLive: 'OgLive',
    pxe: 'PXE template',
    system: 'System',
    serialNumber: 'Serial number',
    agentVersion: 'ogAgent version',
    reportedAt: 'Last report'
  },
  selection: {
    label: 'Selected computers',
    summary: '{computers} from {units}',
    computers: 'No computer selected | 1 computer selected | {n} computers selected',
    units: 'no unit | 1 unit | {n} units',
    drop: 'Remove {name} from the selection',
    only: 'Show only the selected',
    clear: 'Clear selection',
    none: 'No computers are selected',
    noneText: 'Tick computers in any classroom: the selection is kept when you go from one to another.'
  }
}
export default en
