/** What every part of the contract is built on. Each procedure fails with a FAILURE, a sentence in every language. */
import { oc } from '@orpc/contract'
import * as z from 'zod'
import { failureSchema } from './rows.ts'

export const base = oc.errors({ FAILURE: { status: 422, data: failureSchema } })
/** The number of the latest change that an answer holds. */
export const revision = z.int().nonnegative()
export const rowId = z.object({ id: z.int().positive() })
export const rowIds = z.array(z.int().positive()).min(1).max(10_000)
