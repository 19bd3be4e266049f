import { ensureBuilt } from '../../scripts/lib/build.ts'

/** The tests drive what users get: the built program. */
export default function globalSetup(): void {
  ensureBuilt()
}
