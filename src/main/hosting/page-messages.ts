/** What both hosts take from a page in one message. */

/** The largest that there is: the file of an import is the largest thing that a page sends, as base64. */
export const MAX_MESSAGE_BYTES = 64 * 1024 * 1024
