import type { AuditEntry } from '#shared/contract/audit.ts'

/** How a file begins, what stands for some entries, and how it ends. */
export interface AuditFileText {
  readonly begin: string
  /** `first`: no entry has been written yet. */
  rows(entries: readonly AuditEntry[], first: boolean): string
  readonly end: string
}
