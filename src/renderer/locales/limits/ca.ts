/** Texts of the webhook server's limits, and of what it has refused. */
import type { Messages } from './es.ts'

const ca: Messages = {
  title: 'Límits del servidor d’avisos',
  text: 'Protegeixen la consola d’un equip avariat o malintencionat. Els valors habituals, en gris, són suficients per a 500 equips que surtin amb una mateixa adreça i avisin alhora. Un camp en blanc torna al valor habitual. Els canvis s’apliquen al moment.',
  hints: {
    bodyKb:
      'La d’un progrés o un resultat no arriba a 1 KB; la d’un inventari de programes pot passar d’1 MB.',
    pendingMb: 'Una sola adreça n’ocupa com a molt la meitat. Els avisos curts s’accepten sempre.',
    headerSeconds: 'Des que s’obre la connexió fins que arriben les capçaleres.',
    requestSeconds: 'Des que comença un avís fins que arriba sencer. Els agents desisteixen al cap de 5 s.',
    idleSeconds: 'El que continua oberta una connexió a l’espera de l’avís següent.',
    connections:
      'De totes les adreces. Amb totes ocupades no se n’accepta cap més fins que se’n tanqui alguna.',
    connectionsPerAddress:
      'N’hi ha prou amb 20 si cada equip té la seva pròpia adreça. Darrere d’un NAT, almenys 2 per equip.',
    requestsPerMinute:
      'El valor habitual admet 500 equips darrere d’una mateixa adreça que avisin cada segon. El que passi d’aquí es rebutja fins al minut següent.'
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
