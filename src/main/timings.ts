/** How long things may take, in milliseconds. */
export interface Timings {
  /** A call to an agent or a repository, from connect to the end of its reply. */
  call: number
  /** A question for a state: shorter, because many are asked and most computers are off. */
  status: number
  /** Between two rounds of questions to the clients on the screen. */
  watchInterval: number
  /** Between two looks at the deadlines. */
  deadlineInterval: number
  /** Between two looks at batches whose time may have come. */
  batchInterval: number
  /** How long a webhook of an unknown job waits for the call that started it, before it is shown as an orphan. */
  orphanAfter: number
  /** Between two looks at a disk that takes no data. */
  storageInterval: number
  /** From the start to the first look at whether a backup is due. */
  firstBackupLook: number
  /** Between two such looks. */
  backupInterval: number
}

export const DEFAULT_TIMINGS: Timings = {
  call: 15_000,
  status: 4_000,
  watchInterval: 30_000,
  deadlineInterval: 10_000,
  batchInterval: 3_000,
  orphanAfter: 10 * 60_000,
  storageInterval: 5_000,
  firstBackupLook: 60_000,
  backupInterval: 10 * 60_000
}
