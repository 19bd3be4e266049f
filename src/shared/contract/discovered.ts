/** discovered.*: computers that reported in and are not in the inventory. */
export const discoveredContract = {}
