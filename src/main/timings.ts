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
  /** Between two looks at whether the machine has slept, or its clock or its network have changed. */
  pulseInterval: number
  /** Without such a look for so long, the machine has slept. */
  stallAfter: number
  /** After a sleep: how long the network takes to come up, before computers are asked and batches go on. */
  networkSettles: number
  /** After a sleep: how long a job whose deadline has passed meanwhile may still report. */
  grace: number
  /** How long a job past its deadline is kept where its peer still answers, once. */
  keepAnswering: number
  /** The first and the longest pause between two tries to listen where it could not be. */
  relistenAfter: number
  relistenMost: number
  /** From the start to the first look at whether a backup is due. */
  firstBackupLook: number
  /** Between two such looks. */
  backupInterval: number
  /** Between two looks at whether the webhook server's certificate is about to end. */
  certificateInterval: number
  /** Webhooks that changed nothing are gathered for this long before they are written down. */
  unheededInterval: number
}

export const DEFAULT_TIMINGS: Timings = {
  call: 15_000,
  status: 4_000,
  watchInterval: 30_000,
  deadlineInterval: 10_000,
  batchInterval: 3_000,
  orphanAfter: 10 * 60_000,
  storageInterval: 5_000,
  pulseInterval: 5_000,
  stallAfter: 60_000,
  networkSettles: 15_000,
  grace: 5 * 60_000,
  keepAnswering: 30 * 60_000,
  relistenAfter: 5_000,
  relistenMost: 60_000,
  firstBackupLook: 60_000,
  backupInterval: 10 * 60_000,
  certificateInterval: 3_600_000,
  unheededInterval: 1_000
}
