import { type Fact, type FactOf, findPayerClass, type Program } from '@testamur/program';

export interface MembershipClaim {
  readonly payerClass: string;
  readonly memberNumber: string;
  readonly state: 'waiting' | 'verified' | 'refused';
  readonly claimed: FactOf<'membership-claimed'>;
}

/** The membership that the price rests on, as it was claimed last; none after it was taken back. */
export const findMembership = (program: Program, facts: readonly Fact[]): MembershipClaim | undefined => {
  let found: MembershipClaim | undefined;
  for (const fact of facts) {
    if (fact.kind === 'membership-claimed') {
      const { payerClass, memberNumber } = fact.data;
      const needsProof = findPayerClass(program, payerClass)?.proof === 'membership';
      found = needsProof ? { payerClass, memberNumber, state: 'waiting', claimed: fact } : undefined;
    } else if (fact.kind === 'membership-judged' && found) {
      found = { ...found, state: fact.data.verified ? 'verified' : 'refused' };
    }
  }
  return found;
};

export interface AccommodationRequest {
  readonly request: string;
  readonly state: 'waiting' | 'granted' | 'refused';
  readonly timeMultiplier: number;
  readonly reason: string;
  readonly requested: FactOf<'accommodation-requested'>;
}

/** The latest request with what was decided on it. */
export const findAccommodation = (facts: readonly Fact[]): AccommodationRequest | undefined => {
  let found: AccommodationRequest | undefined;
  for (const fact of facts) {
    if (fact.kind === 'accommodation-requested') {
      found = { request: fact.data.request, state: 'waiting', timeMultiplier: 1, reason: '', requested: fact };
    } else if (fact.kind === 'accommodation-decided' && found) {
      const { granted, timeMultiplier, reason } = fact.data;
      found = { ...found, state: granted ? 'granted' : 'refused', timeMultiplier, reason };
    }
  }
  return found;
};
