import { parseTimestamp } from '../dates.ts';
import type { JsonObject } from '../json.ts';

/** The members that bound the validity of a credential: those of version 2.0, or of 1.1 when it is one. */
export interface ValidityPeriod {
  readonly from: 'validFrom' | 'issuanceDate';
  readonly until: 'validUntil' | 'expirationDate';
}

/** The names of the period's members in a version of the data model. */
export function validityMembers(versionOne: boolean): ValidityPeriod {
  return versionOne ? { from: 'issuanceDate', until: 'expirationDate' } : { from: 'validFrom', until: 'validUntil' };
}

/**
 * Problems of the times of a credential: each written as `xsd:dateTimeStamp`, the end not before the beginning.
 *
 * @see Verifiable Credentials Data Model 2.0, 4.9 (validity period); 1.1, 4.6 (issuance date).
 */
export function dateProblems(document: JsonObject, versionOne: boolean): string[] {
  const { from, until } = validityMembers(versionOne);
  const unreadable: string[] = [];
  const timeOf = (name: string): number | undefined => {
    const time = document[name] === undefined ? undefined : parseTimestamp(document[name]);
    if (time === undefined && document[name] !== undefined) {
      unreadable.push(`${name} must be a time with its zone, such as 2030-03-02T00:00:00Z`);
    }
    return time;
  };
  const begin = timeOf(from);
  const end = timeOf(until);
  timeOf('awardedDate');
  return [
    ...unreadable,
    ...(versionOne && document[from] === undefined ? [`${from} must be there in a credential of version 1.1`] : []),
    ...(begin !== undefined && end !== undefined && end < begin ? [`${until} must not be before ${from}`] : []),
  ];
}
