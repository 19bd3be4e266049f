/**
 * GPT type GUIDs and the codes that OpenGnsys shows for them (sgdisk's, in hex without leading zeros, protocol.md section
 * 6 [L]). MBR needs no table: its type byte is the code.
 */
const GPT_TYPES: Record<string, string> = {
  ef00: 'c12a7328-f81f-11d2-ba4b-00a0c93ec93b',
  ef02: '21686148-6449-6e6f-744e-656564454649',
  c01: 'e3c9e316-0b5c-4db8-817d-f92df00215ae',
  '700': 'ebd0a0a2-b9e5-4433-87c0-68b6b72699c7',
  '2700': 'de94bba4-06d1-4d40-a16a-bfd50179d6ac',
  '8200': '0657fd6d-a4ab-43c4-84e5-0933c84b4f4f',
  '8300': '0fc63daf-8483-4772-8e79-3d69d8477de4',
  '8301': '8da63339-0007-60c0-c436-083ac8230908',
  '8e00': 'e6d6d379-f507-44c2-a23c-238f2a3df928',
  a503: '516e7cb6-6ecf-11d6-8ff8-00022d09712b',
  af00: '48465300-0000-11aa-aa11-00306543ecac',
  // No registered type: OpenGnsys's own cache partition [D].
  ca00: 'ca00ca00-0000-4000-8000-4f70656e476e',
  ef01: '024dee41-33e7-11d3-9d69-0008c781f39f',
  fd00: 'a19d880f-05fc-4d3b-a006-743f0f84911e'
}

/** The type GUID of a code. Throws for a code the lab has no GUID for. */
export function guidOfCode(code: string): string {
  const guid = GPT_TYPES[code]
  if (guid === undefined) throw new Error(`no GPT type GUID for partition code ${code}`)
  return guid
}

/** The code of a type GUID, `ffff` (UNKNOWN) for one the lab does not know. */
export function codeOfGuid(guid: string): string {
  return Object.entries(GPT_TYPES).find(([, known]) => known === guid.toLowerCase())?.[0] ?? 'ffff'
}
