/** Addresses as people write them, brought to one spelling. */

/** `08-00-27-4f-be-38`, `0800274FBE38`, `0800.274f.be38` → `08:00:27:4F:BE:38`; null where it is no MAC address. */
export function normalizeMac(text: string): string | null {
  const digits = text.trim().replace(/[:.\-\s]/g, '')
  if (!/^[0-9a-fA-F]{12}$/.test(digits)) return null
  return digits.toUpperCase().match(/../g)!.join(':')
}

/** Whether the text is an IPv4 address in dotted decimal, without leading zeros. */
function isIpv4(text: string): boolean {
  const parts = text.split('.')
  return parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255)
}

function toNumber(ip: string): number {
  return ip.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
}

/** Whether the text is a netmask: ones, then zeros. */
export function isNetmask(text: string): boolean {
  if (!isIpv4(text)) return false
  const inverted = 2 ** 32 - 1 - toNumber(text)
  return Number.isInteger(Math.log2(inverted + 1))
}

/** An address as a socket gives it, in the spelling of the inventory: `::ffff:192.168.2.2` → `192.168.2.2`. */
export function socketAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}
