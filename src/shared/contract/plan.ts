/** plan.*: the classroom as it is. */
export const planContract = {}
