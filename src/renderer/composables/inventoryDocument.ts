/** What an inventory file must be; apart, so that the validator is loaded only when a file is opened. */
import { config } from 'zod'

// The strict policy forbids code made from text, with which zod would speed itself up.
config({ jitless: true })

export { INVENTORY_FORMAT, inventoryDocument } from '#shared/contract/inputs.ts'
