import type { Implementer } from './errors.ts'
import type { Services } from './services.ts'

/** plan.*: the seat plan. */
export function planApi(os: Implementer, { seatPlans }: Services) {
  return {
    place: os.plan.place.handler(({ input }) => seatPlans.place(input))
  }
}
