/** exports.*: the inventory, taken along. */
export const exportsContract = {}
