/** What agents find in computers: hardware and software. [L] protocol.md section 2 */

/** A line of a hardware inventory: `<3-letter type>=<description>`. [L] */
export interface HardwareItem {
  readonly type: string
  readonly description: string
}
