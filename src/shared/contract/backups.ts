/** backups.*: copies of the database, kept and restored. */
export const backupsContract = {}
