import { expect, test } from 'vitest'
import { scrubText } from '#main/scrub.ts'

test.each([
  ['Authorization: planted', 'Authorization: •••'],
  ["{ authorization: 'planted' }", "{ authorization: '•••' }"],
  ['authorization: Bearer planted', 'authorization: ••• •••'],
  ['authorization: Basic planted==', 'authorization: ••• •••'],
  ['https://ogdesk:planted@host:8443/x?token=planted&y=1', 'https://•••@host:8443/x?token=•••&y=1'],
  ['Set-Cookie: ogdesk-1=planted; HttpOnly', 'Set-Cookie: •••; HttpOnly'],
  ['no token was sent', 'no token was sent']
])('%s', (text, scrubbed) => {
  expect(scrubText(text)).toBe(scrubbed)
})
