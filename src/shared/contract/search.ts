/** search.* and smartGroups.*: finding anything, and keeping what was found. */
export const searchContract = {}
export const smartGroupsContract = {}
