/** Who did what, in Catalan. */
import type { Messages } from './es.ts'

const ca: Messages = {
  diagnostics: {
    title: 'Diagnòstic',
    text: 'Un text amb versions, sistema, paràmetres, estat i les últimes línies del registre, per a qui us ajudi. No conté secrets, però sí noms i adreces d’equips.',
    copy: 'Copiar l’informe de diagnòstic',
    save: 'Desar com a fitxer',
    copied: 'L’informe de diagnòstic és al porta-retalls.',
    notCopied: 'No s’ha pogut copiar l’informe. Deseu-lo com a fitxer.',
    level: 'Què s’anota al registre',
    levels: {
      info: 'Tot',
      warn: 'Advertiments i errors',
      error: 'Només errors'
    }
  },
  title: 'Auditoria',
  subtitle: 'Qui ha fet què i a quins equips. Res del que s’anota aquí es pot canviar ni esborrar.',
  filters: 'Filtres de l’auditoria',
  text: 'Cercar',
  textHint: 'Equip, aula, imatge, valor…',
  user: 'Usuari',
  action: 'Acció',
  from: 'Des de',
  until: 'Fins a',
  dangerousOnly: 'Només el perillós',
  reset: 'Treure els filtres',
  refresh: 'Actualitzar',
  csv: 'Exportar a CSV',
  json: 'Exportar a JSON',
  exporting: 'Exportades: {n}',
  cancel: 'Cancel·lar',
  exportProgress: 'Exportació de l’auditoria',
  cancelExport: 'Cancel·lar l’exportació',
  exported: 'El fitxer «{file}» està llest: 1 anotació. | El fitxer «{file}» està llest: {n} anotacions.',
  found: 'Cap anotació | 1 anotació | {n} anotacions',
  shown: 'Es mostren les {shown} més recents; filtreu o exporteu per veure les altres.',
  empty: 'Encara no hi ha res anotat',
  emptyText: 'Aquí apareixerà cada canvi i cada ordre, amb qui ho ha fet.',
  noMatch: 'Cap anotació no coincideix amb els filtres',
  computers: '{n} equips | {n} equip | {n} equips',
  more: 'i {n} més',
  details: 'Veure els detalls de l’anotació {id}',
  detailsTitle: 'Anotació {id}',
  close: 'Tancar',
  batch: 'Obrir l’ordre',
  trace: 'Obrir la traça',
  session: 'Sessió {session}',
  unknownText: 'Encara s’està fent, o la consola es va tancar mentrestant.'
}
export default ca
