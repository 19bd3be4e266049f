/**
 * Every choice that protocol.md marks [D] (decided, no source says), and the constants that come from a source, in one
 * table: a classroom whose agents differ changes a line here. The lab keeps its own copy on purpose: sharing it with the
 * console would share its mistakes.
 */
export const DECISIONS = {
  /** Where an agent posts to, below the console's base address [A], [D]. */
  agentWebhooks: {
    started: '/opengnsys/rest/ogagent/started',
    stopped: '/opengnsys/rest/ogagent/stopped',
    loggedin: '/opengnsys/rest/ogagent/loggedin',
    loggedout: '/opengnsys/rest/ogagent/loggedout',
    job: '/opengnsys/rest/clients/status/webhook'
  },
  /** Where the repository posts to [D]. */
  repositoryWebhook: '/og-repository/webhook',
  /** An agent gives up on a webhook after this long [A]. */
  webhookTimeoutMs: 5000,
  /** Only `started` is documented as retried [A]; everything about jobs is sent once. */
  started: { attempts: 100, pauseMs: 3000 },
  jobWebhooks: { attempts: 1 },
  /** How often a job reports, as a fraction of the whole [D]. */
  progressStep: 0.1,
  /** Where in a job the faults `fail` and `die-half-way` strike. */
  breakingPoint: 0.5,
  /** The error texts of an agent; each goes out as `{"error": "<text>. "}` [A]. */
  agentErrors: {
    unauthorized: 'Unauthorized operation',
    busy: 'system is busy',
    unknownModule: "'NoneType' object has no attribute 'processServerMessage'",
    unknownOperation: (name: string) => `Message processor for "${name}" not found`,
    noLength: "int() argument must be a string, a bytes-like object or a real number, not 'NoneType'",
    notUtf8: "'utf-8' codec can't decode the body: invalid start byte",
    notJson: 'Expecting value: line 1 column 1 (char 0)',
    noBody: "'NoneType' object has no attribute 'get'",
    notObject: 'the body is not a JSON object',
    badParameter: (name: string) => `parameter "${name}" is missing or is not a string`,
    wrongFunction: (nfn: string, name: string) => `nfn "${nfn}" is not the function called, "${name}"`,
    unsupportedMethod: (method: string) => `Unsupported method ('${method}')`
  },
  /** Result codes of `res` [L], sent as strings, and the function's name in the result [S], [L]. */
  result: { success: '1', error: '2', nfn: (name: string) => `RESPUESTA_${name}` },
  /** `/opengnsys/status` per state; ogLive's `OPG` is [D], the rest [A]. */
  statusCodes: { 'og-live': 'OPG', linux: 'LNX', windows: 'WIN', macos: 'OSX', unknown: 'UNK' },
  agentVersion: '1.4.5~pre7-1',
  /** Who sits at a computer whose state says that somebody does. */
  user: 'alumno',
  ogLive: 'ogLive-noble-6.8.0-31-generic-amd64-r20241114.6cdde68_20241120',
  /** gzip level of an image: the lab is about bytes that arrive, not about small files. */
  gzipLevel: 1,
  /** A canonical name: 1 to 50 letters, digits, `_`, `-` (protocol.md, section 6). */
  canonicalName: /^[A-Za-z0-9_-]{1,50}$/,
  repository: {
    base: '/ogrepository/v1',
    path: '/opt/opengnsys/ogrepository/images',
    pieceBytes: 4 * 1024 * 1024,
    tailBytes: 1024 * 1024,
    announce: (ip: string) => `http://${ip}:6969/announce`,
    /** Files made beside an image [S]. */
    auxiliary: ['.sum', '.full.sum', '.size', '.torrent'],
    bodyLimitBytes: 64 * 1024
  }
} as const

/** Partition codes that cannot be cloned, hex in lower case (the `*` of protocol.md's table [L]). */
export const NOT_CLONEABLE: ReadonlySet<string> = new Set(
  ['0', '5', '82', 'ca', 'ee', '8200', 'ca00', 'ef01', 'ef02'] // EMPTY EXTENDED SWAP CACHE GPT SWAP CACHE MBR BIOS-BOOT
)
