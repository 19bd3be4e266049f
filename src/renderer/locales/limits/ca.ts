/** Texts of the servers' limits, and of what the webhook server has refused. */
import type { Messages } from './es.ts'

const ca: Messages = {
  webhookLimits: {
    title: 'Límits del servidor d’avisos',
    text: 'Protegeixen la consola d’un equip avariat o malintencionat. Els valors habituals, en gris, són suficients per a 500 equips que surtin amb una mateixa adreça i avisin alhora. Un camp en blanc torna al valor habitual. Els canvis s’apliquen al moment.',
    fields: {
      bodyKb: 'Mida màxima d’un avís (KB)',
      pendingMb: 'Avisos a mig rebre, en total (MB)',
      headerSeconds: 'Espera de les capçaleres (s)',
      requestSeconds: 'Espera d’un avís complet (s)',
      idleSeconds: 'Connexió sense activitat (s)',
      connections: 'Connexions alhora, en total',
      connectionsPerAddress: 'Connexions alhora per adreça',
      requestsPerMinute: 'Avisos per minut i adreça'
    },
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
    }
  },
  headlessLimits: {
    title: 'Límits de la interfície al navegador',
    text: 'Protegeixen la consola dels altres programes d’aquest equip, que també poden cridar al seu port, i de les pàgines web que ho intentin. Els valors habituals, en gris, són suficients per a cent pestanyes; un camp en blanc torna al seu. Amb el mínim de tots es pot continuar entrant i canviant-los. Els canvis valen des de la connexió següent.',
    fields: {
      messageMb: 'Mida màxima d’un enviament (MB)',
      headerSeconds: 'Espera d’una petició (s)',
      idleSeconds: 'Connexió sense activitat (s)',
      connections: 'Connexions alhora, en total',
      connectionsPerAddress: 'Connexions alhora per adreça',
      requestsPerMinute: 'Peticions per minut i adreça'
    },
    hints: {
      messageMb:
        'De la pàgina a la consola. Un fitxer que s’importa ocupa un terç més en enviar-se; la resta no arriba a 1 MB.',
      headerSeconds: 'Des que s’obre la connexió fins que arriba la petició sencera.',
      idleSeconds: 'El que continua oberta una connexió a l’espera de la petició següent.',
      connections: 'Cada pestanya en manté una mentre és oberta; el navegador n’obre sis més en carregar.',
      connectionsPerAddress: 'Totes les pestanyes d’aquest equip surten amb la mateixa adreça.',
      requestsPerMinute:
        'Carregar la pàgina sencera en demana menys de cent. Les pestanyes amb sessió no comparteixen el compte amb ningú més.'
    }
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
