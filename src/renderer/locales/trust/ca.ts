/** Whom the console trusts, in Catalan. */
import type es from './es.ts'

export default {
  title: 'Confiança',
  intro:
    'Qui pot parlar amb la consola, a qui creu ella i com demostra qui és. Sense res d’això funciona com mana el protocol: els avisos es comproven per tasca i adreça, els repositoris per l’empremta de la primera connexió, i els equips no es verifiquen.',
  file: 'Trieu un fitxer…',
  fileFor: 'Trieu el fitxer de «{label}»',
  paste: 'Enganxeu aquí el text PEM o trieu el fitxer.',
  certificate: 'Certificat i la seva cadena (PEM)',
  key: 'Clau privada (PEM)',
  keyKept: 'La clau es desa xifrada i no es torna a mostrar.',
  save: 'Desa',
  remove: 'Treu',
  change: 'Afegeix o canvia…',
  saved: 'Desat.',
  subject: 'Titular',
  issuer: 'Emissor',
  valid: 'Vigència',
  validRange: 'del {from} al {to}',
  fingerprint: 'Empremta SHA-256',
  names: 'Noms i adreces',
  token: {
    title: 'Testimoni del centre',
    text: 'Una contrasenya que els equips i repositoris afegeixen als seus avisos. A ogAgent es posa a l’adreça de la consola (remote); altres programes l’envien a la capçalera «Authorization: Bearer».',
    none: 'No hi ha cap testimoni.',
    since: 'Generat el {date}.',
    create: 'Genera un testimoni',
    change: 'Canvia el testimoni',
    remove: 'Treu el testimoni',
    changeTitle: 'Voleu canviar el testimoni del centre?',
    changeText:
      'L’actual deixarà de valer a l’acte: fins que poseu el nou a cada equip i repositori, els avisos que portin l’antic es rebutjaran si el testimoni s’exigeix.',
    removeTitle: 'Voleu treure el testimoni del centre?',
    removeText:
      'Des d’aquell moment qualsevol de la xarxa pot enviar avisos sense ell: es comprovaran només per tasca i adreça. El testimoni no es pot recuperar; si el torneu a necessitar, caldrà posar-ne un de nou a cada equip i repositori.',
    once: 'Copieu-lo ara: no es tornarà a mostrar.',
    value: 'Testimoni',
    remote: 'Adreça de la consola per a ogAgent',
    policy: 'Exigeix el testimoni',
    policies: {
      off: 'No exigir-lo: com mana el protocol',
      seen: 'A qui ja l’hagi enviat alguna vegada',
      always: 'Sempre, a tothom'
    },
    alwaysText:
      'Els avisos d’equips i repositoris que no l’enviïn es rebutgen: les seves tasques acabaran com a «sense resposta».',
    senders: 'Encara no l’ha enviat ningú. | L’ha enviat 1 adreça. | L’han enviat {n} adreces.',
    refused: 'Avisos rebutjats pel testimoni: {n}.',
    forget: 'Oblida qui l’ha enviat'
  },
  authorities: {
    title: 'CA del centre',
    text: 'Amb ella es comprova el certificat de cada equip i repositori abans d’enviar-li res: que l’ha signat la CA, que és vigent i que porta la seva IP o el seu nom de l’inventari (SAN).',
    none: 'No hi ha CA: els equips no es verifiquen i els repositoris es fixen a la primera connexió.',
    label: 'Certificat de la CA (PEM)',
    removeTitle: 'Voleu deixar de comprovar amb la CA del centre?',
    removeText:
      'Els equips deixaran de verificar-se, i els repositoris es tornaran a comprovar per l’empremta fixada a la primera connexió.',
    name: 'CA del centre'
  },
  client: {
    title: 'Certificat de client',
    text: 'El que la consola ensenya als equips i repositoris que exigeixen un certificat per atendre-la.',
    none: 'No hi ha cap certificat de client.',
    removeTitle: 'Voleu treure el certificat de client?',
    removeText: 'Els equips i repositoris que l’exigeixin deixaran d’atendre la consola.'
  },
  server: {
    title: 'Certificat del servidor d’avisos',
    own: 'És el que ogDesk s’ha fet. Es renova sol abans de caducar.',
    site: 'És del centre. Renoveu-lo vós abans que caduqui.',
    change: 'Fes servir un del centre',
    back: 'Torna al propi',
    backTitle: 'Voleu tornar al certificat propi d’ogDesk?',
    backText:
      'Els equips que comprovin el certificat amb la CA del centre deixaran d’enviar avisos. El certificat del centre i la seva clau s’esborren d’aquest lloc.'
  },
  unheeded: {
    title: 'Avisos sense efecte',
    count: '{n} avís | {n} avisos',
    intro:
      'Avisos que no han canviat res: rebutjats, repetits o arribats tard. Els iguals es compten en una sola línia i només es desen els últims.',
    clear: 'Buida la llista',
    last: 'Últim',
    times: 'Vegades',
    from: 'Procedència',
    reason: 'Motiu',
    job: 'Fil de treball',
    body: 'Contingut',
    seeTrace: 'Mostra la traça {id}',
    reasons: {
      'no-token': 'Falta el testimoni del centre, que s’exigeix a aquesta adreça.',
      'wrong-token': 'El testimoni no és el del centre.',
      'unknown-source': 'L’adreça no és de cap equip ni repositori de l’inventari.',
      'wrong-source':
        'La tasca és d’un altre: aquesta adreça no en pot donar el resultat. Pot ser una falsificació.',
      'wrong-computer':
        'Parla en nom d’un equip de l’inventari des d’una altra adreça. Pot ser una falsificació, o un equip que ha canviat d’IP: mireu a Descoberts.',
      mismatch: 'El resultat és d’una altra funció o d’una altra imatge que les de la tasca.',
      repeated: 'Repetit: ja havia arribat. És normal si l’equip no va rebre la resposta.',
      'after-end': 'La tasca ja havia acabat: el seu resultat no canvia.',
      'too-many': 'Massa avisos d’aquesta tasca o d’aquesta adreça.'
    }
  }
} satisfies typeof es
