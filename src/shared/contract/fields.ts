/** Fields that many inputs have. The messages of our own rules are the keys of `problems` in messages/. */
import * as z from 'zod'
import { isNetmask, normalizeMac } from '../domain/network.ts'

export const text = (max: number) => z.string().trim().max(max)
export const name = text(100).min(1)
export const optional = text(500).nullable().default(null)
export const ipv4 = z.string().trim().pipe(z.ipv4())
export const netmask = z.string().trim().refine(isNetmask, { error: 'netmask' })
export const port = z.int().min(1).max(65535)
export const mac = z.string().transform((value, context) => {
  const normalized = normalizeMac(value)
  if (normalized === null) context.addIssue({ code: 'custom', message: 'mac' })
  return normalized ?? z.NEVER
})
