/** What is noted of everything that somebody does: a closed list, which the descriptions in main/audit must cover. */

/** Procedures of the contract that change something, and what the console does by itself for somebody's order. */
export const AUDIT_ACTIONS = [
  'system.changeSettings',
  'system.listen',
  'inventory.createUnit',
  'inventory.createSubnet',
  'inventory.createRepository',
  'inventory.createClient',
  'inventory.setPartitions',
  'inventory.importDocument',
  'inventory.updateUnit',
  'inventory.moveUnit',
  'inventory.remove',
  'inventory.updateClient',
  'inventory.moveClients',
  'inventory.updateSubnet',
  'inventory.removeSubnet',
  'inventory.updateRepository',
  'inventory.removeRepository',
  'inventory.undo',
  'repositories.trustCertificate',
  'imaging.createImage',
  'images.retryAuxiliaryFiles',
  'images.update',
  'images.remove',
  'images.restore',
  'imports.apply',
  'backups.create',
  'backups.restore',
  'backups.remove',
  'backups.dismissRecovery',
  'smartGroups.create',
  'smartGroups.update',
  'smartGroups.remove',
  'discovered.adopt',
  'discovered.updateAddress',
  'discovered.ignore',
  'discovered.unignore',
  'discovered.forget',
  'partitions.refresh',
  'plan.place',
  'scripts.create',
  'scripts.update',
  'scripts.remove',
  'commands.run',
  'batches.pause',
  'batches.resume',
  'batches.cancel',
  'batches.retry',
  'batches.reschedule',
  'batches.remove',
  'trust.changeToken',
  'trust.removeToken',
  'trust.setTokenPolicy',
  'trust.forgetSenders',
  'trust.setAuthorities',
  'trust.setClient',
  'trust.setServer',
  'trust.clearUnheeded',
  'console.startBatch'
] as const
export type AuditAction = (typeof AUDIT_ACTIONS)[number]

/** By what it came: a host's window, or the console by itself. */
export const AUDIT_HOSTS = ['electron', 'headless', 'console'] as const
export type AuditHost = (typeof AUDIT_HOSTS)[number]

/** `refused`: by a rule, with its failure; `failed`: something broke. */
export const AUDIT_OUTCOMES = ['done', 'refused', 'failed'] as const
export type AuditOutcome = (typeof AUDIT_OUTCOMES)[number]

export interface AuditedClient {
  readonly id: number
  readonly name: string
}
