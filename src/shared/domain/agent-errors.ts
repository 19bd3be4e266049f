/** The `der` of a result: `<3 digits>-<text>`. [L] protocol.md sections 2 and 6. */

/** Codes that the user interface has a sentence for. */
export const AGENT_ERROR_CODES = [
  '001',
  '002',
  '003',
  '004',
  '005',
  '006',
  '007',
  '010',
  '012',
  '013',
  '014',
  '015',
  '016',
  '017',
  '018',
  '019',
  '020',
  '021',
  '022',
  '030',
  '031',
  '032',
  '033',
  '052',
  '053',
  '054',
  '055',
  '056',
  '057',
  '058',
  '059',
  '060'
] as const

export interface AgentError {
  /** One of AGENT_ERROR_CODES, or null where the text carries none of them. */
  readonly code: string | null
  readonly text: string
}

/** Splits a `der` into its code and its text. */
export function parseAgentError(der: string): AgentError {
  const match = /^\s*(\d{3})\s*-?\s*(.*)$/s.exec(der)
  if (!match) return { code: null, text: der.trim() }
  const code = match[1]!
  const known = (AGENT_ERROR_CODES as readonly string[]).includes(code)
  return { code: known ? code : null, text: known ? match[2]!.trim() : der.trim() }
}
