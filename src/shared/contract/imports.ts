/** imports.*: other sources of computers, read, previewed, and taken over. */
export const importsContract = {}
