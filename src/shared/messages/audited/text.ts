/** An entry of the audit in words: the same in the window and in a table that is taken along. */
import type { AuditEntry } from '../../contract/audit.ts'
import type { AuditAction } from '../../domain/audit.ts'
import type { SharedMessages } from '../es.ts'

type Words = Readonly<Record<string, unknown>>

/** A code that has no word (it is of another version) stays what it is. */
function wordOf(words: Words | undefined, code: string): string {
  const word = words && Object.hasOwn(words, code) ? words[code] : undefined
  return typeof word === 'string' ? word : code
}

/** What an entry says, in the language of these messages. */
export function auditText({ audited, commands }: SharedMessages) {
  const valuesOf: Readonly<Record<string, Words>> = audited.values
  const names: Words = { ...commands, ...audited.names }
  const actionText = (action: AuditAction): string => audited.actions[action]
  return {
    actionText,
    /** With the command's own name, where there is one. */
    titleOf({ action, params: { command } }: AuditEntry): string {
      const order = command === undefined ? '' : wordOf(commands, command)
      return order ? `${actionText(action)}: ${order}` : actionText(action)
    },
    /** Computers, units and images are called what they are called. */
    subjectText({ action, subject }: AuditEntry): string {
      if (action === 'trust.setTokenPolicy') return wordOf(audited.values.policy, subject)
      if (action !== 'system.changeSettings') return subject
      return subject
        .split(', ')
        .map((setting) => wordOf(audited.names, setting))
        .join(', ')
    },
    outcomeText: ({ outcome }: AuditEntry): string =>
      outcome === null ? audited.unknown : audited.outcomes[outcome],
    /** The name of a value that was asked for: `commands.reboot.stagger` is the `stagger` of a command. */
    nameText: (name: string): string =>
      name
        .split('.')
        .map((part) => wordOf(names, part))
        .join(' › '),
    valueText(name: string, value: string): string {
      if (value === '') return '–'
      // Of a long list, only how long it is was kept.
      const [, count] = /^\[(\d+)\]$/.exec(value) ?? []
      if (count !== undefined) return count
      const part = name.slice(name.lastIndexOf('.') + 1)
      return wordOf(part === 'command' ? commands : valuesOf[part], value)
    }
  }
}
export type AuditText = ReturnType<typeof auditText>
