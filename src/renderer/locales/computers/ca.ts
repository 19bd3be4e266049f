import type { Messages } from './es.ts'

const ca: Messages = {
  of: 'Equips de {name}',
  select: 'Selecciona {name}',
  subnets: '{n} subxarxes',
  selectAll: 'Selecciona tots els equips que es mostren',
  idOf: 'ID {id}',
  menu: 'Més accions',
  menuOf: 'Més accions de {name}',
  columns: 'Columnes',
  sortBy: 'Ordena per {field}',
  sortedUp: '{field}: ordre ascendent. Premeu per invertir-lo',
  sortedDown: '{field}: ordre descendent. Premeu per invertir-lo',
  refreshed: "Cap equip | S'ha actualitzat l'estat d'1 equip. | S'ha actualitzat l'estat de {n} equips.",
  fields: {
    name: 'Nom',
    id: 'ID',
    ip: 'IP',
    mac: 'MAC',
    state: 'Estat',
    sessionUser: 'Sessió',
    unit: 'Pertany a',
    subnet: 'Subxarxa',
    ogLive: 'OgLive',
    pxe: 'Plantilla PXE',
    system: 'Sistema',
    serialNumber: 'Núm. de sèrie',
    agentVersion: "Versió d'ogAgent",
    reportedAt: 'Últim avís'
  },
  selection: {
    label: 'Equips seleccionats',
    summary: '{computers} de {units}',
    computers: 'Cap equip seleccionat | 1 equip seleccionat | {n} equips seleccionats',
    units: 'cap unitat | 1 unitat | {n} unitats',
    drop: 'Treu {name} de la selecció',
    only: 'Mostra només els seleccionats',
    clear: 'Treu la selecció',
    none: 'No hi ha equips seleccionats',
    noneText: "Marqueu equips a qualsevol aula: la selecció es conserva en anar de l'una a l'altra."
  }
}
export default ca
