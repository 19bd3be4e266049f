/** What is attacked, and what whoever attacks it knows. */

export type Door = 'webhook' | 'headless'

/** What a good spy would know. */
export interface Known {
  /** A job that runs. */
  readonly jobId: string
  /** A computer of the inventory. */
  readonly mac: string
  readonly ip: string
  /** Where the user interface is: `127.0.0.1:40001`. */
  readonly host: string
  /** A cookie that is valid there. */
  readonly cookie: string
}
