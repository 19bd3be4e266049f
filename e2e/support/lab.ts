/** What tests do to the lab while it works. */
import { expect } from '@playwright/test'
import type { LabComputer, LabRepository } from '../../lab/lab.ts'

/** Lets the result go that the fault `late` holds, once the job has one, and ends the fault. */
export async function released(part: LabComputer | LabRepository): Promise<void> {
  await expect.poll(() => part.heldWebhooks.length).toBeGreaterThan(0)
  await part.setFault(null)
  await part.releaseWebhooks()
}
