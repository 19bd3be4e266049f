/** Text from the network, for people to read. */

/**
 * Control characters, halves of characters, what is written from right to left without being so, and what cannot be seen:
 * a name must not look like another, or rearrange the sentence around it.
 */
const HARMFUL =
  /[\p{Cc}\p{Cs}\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]+/gu

/** The text in one line, with a space for whatever could mislead. */
export const harmless = (text: string): string => text.replace(HARMFUL, ' ').trim()
