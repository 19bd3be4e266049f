/** Texts of the webhook server's limits, and of what it has refused. */
import type { Messages } from './es.ts'

const ca: Messages = {
  title: 'Límits del servidor d’avisos',
  text: 'Protegeixen la consola d’un equip avariat o malintencionat. Els valors habituals deixen arrencar alhora 500 equips que surtin amb una mateixa adreça. Un camp en blanc torna al valor habitual. Els canvis s’apliquen al moment.',
  fields: {
    bodyKb: 'Mida màxima d’un avís (KB)',
    headerSeconds: 'Espera de les capçaleres (s)',
    requestSeconds: 'Espera d’un avís complet (s)',
    idleSeconds: 'Connexió sense activitat (s)',
    connections: 'Connexions alhora, en total',
    connectionsPerAddress: 'Connexions alhora per adreça',
    requestsPerMinute: 'Avisos per minut i adreça'
  },
  rule: 'Un nombre enter del {least} al {most}.',
  refused: {
    title: 'Peticions rebutjades',
    none: 'No s’ha rebutjat cap petició des que es va obrir la consola.',
    text: 'Des que es va obrir la consola. Un equip que apareix aquí sovint pot tenir l’agent mal configurat, o algú està provant el servidor.',
    of: 'S’ha rebutjat 1 petició de {address}. | S’han rebutjat {n} peticions de {address}.',
    last: 'L’última, {time}',
    more: 'I d’1 adreça més. | I de {n} adreces més.',
    reasons: {
      rate: 'massa avisos per minut: {n}',
      connections: 'massa connexions alhora: {n}',
      size: 'massa grans: {n}',
      slow: 'massa lentes: {n}',
      malformed: 'mal formades: {n}',
      'unknown-path': 'a una ruta que no existeix: {n}',
      'not-theirs': 'd’una tasca aliena o un equip desconegut: {n}'
    }
  }
}

export default ca
