/** Why the database could not be opened, as a failure that has a sentence. */
import { failure, type Failure } from '#shared/domain/failures.ts'
import { DirectoryInUseError } from '../db/lock.ts'
import { DatabaseNewerError } from '../db/migrate.ts'
import { MigrationBackupError, openDatabase, type Database } from '../db/open.ts'
import { FailureError } from '../failure-error.ts'

function openFailure(error: unknown): Failure | undefined {
  if (error instanceof DirectoryInUseError) {
    return failure('data-directory-in-use', { directory: error.directory })
  }
  if (error instanceof DatabaseNewerError) {
    return failure('database-newer', { found: error.found, supported: error.supported })
  }
  if (error instanceof MigrationBackupError) {
    return failure('migration-backup-failed', { folder: error.folder, text: error.message }, error.message)
  }
  return undefined
}

/** Opens the database. @throws FailureError where the reason is one that people can do something about. */
export function openConsoleDatabase(directory: string, now: () => number): Database {
  try {
    return openDatabase(directory, { now })
  } catch (error) {
    const cause = openFailure(error)
    throw cause ? new FailureError(cause) : error
  }
}
