/** partitions.*: partition tables, asked for and remembered. */
export const partitionsContract = {}
