/** The two groups of a comparison, as indexes of persons. */
export interface GroupSplit {
  readonly referenceName: string;
  readonly focalName: string;
  readonly reference: readonly number[];
  readonly focal: readonly number[];
  /** One per person: 0 reference, 1 focal, −1 neither. */
  readonly membership: Int8Array;
}

/**
 * Splits persons into a reference and a focal group.
 *
 * @param group one per person; an empty string means unknown, and the person is left out.
 * @param focal the group whose disadvantage is looked for.
 * @param reference whom it is compared with; without it, everybody of another known group.
 * @throws {RangeError} when the number of entries is wrong, or either group has nobody.
 */
export function splitGroups(group: readonly string[], focal: string, persons: number, reference?: string): GroupSplit {
  if (group.length !== persons) {
    throw new RangeError(
      `there are ${persons} candidates and ${group.length} entries of the group; give one per candidate`,
    );
  }
  const known = [...new Set(group)].filter((name) => name !== '').sort();
  for (const name of reference === undefined ? [focal] : [focal, reference]) {
    if (!known.includes(name)) {
      throw new RangeError(`nobody is in group "${name}"; the groups are ${known.join(', ') || 'all unknown'}`);
    }
  }
  if (focal === reference)
    throw new RangeError(`"${focal}" is both the focal and the reference group; name two groups`);
  const others = reference === undefined ? known.filter((name) => name !== focal) : [reference];
  if (others.length === 0) {
    throw new RangeError(`everybody is in group "${focal}"; there is nobody to compare with`);
  }
  const membership = Int8Array.from(group, (name) => (name === focal ? 1 : others.includes(name) ? 0 : -1));
  const of = (code: number): number[] => group.flatMap((_, person) => (membership[person] === code ? [person] : []));
  return { referenceName: others.join(' + '), focalName: focal, reference: of(0), focal: of(1), membership };
}
