/** Organizational units: what each kind is, and what it may hold. */

/** From the widest to the narrowest. */
export const UNIT_TYPES = ['centre', 'classroom-group', 'classroom', 'client-group'] as const
export type UnitType = (typeof UNIT_TYPES)[number]

/** Kinds that can stand inside one of their own kind. */
const NESTABLE: ReadonlySet<UnitType> = new Set(['classroom-group', 'client-group'])

/** Whether a unit of one kind may stand directly in one of another kind, or at the top (null). */
export function canHold(parent: UnitType | null, child: UnitType): boolean {
  if (parent === null) return true
  const [above, below] = [UNIT_TYPES.indexOf(parent), UNIT_TYPES.indexOf(child)]
  return below > above || (below === above && NESTABLE.has(child))
}
