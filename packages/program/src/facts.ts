/**
 * The fact ledger of one candidacy: one person, one program. Facts are appended and never changed; a correction is a
 * later fact. `standing()` reads nothing else about a person.
 */

/** An instant, ISO 8601 in UTC with milliseconds, e.g. `2027-03-03T14:00:00.000Z`. */
export type Instant = string;
/** A calendar date, `YYYY-MM-DD`. */
export type CalendarDate = string;

export type ActorKind = 'candidate' | 'staff' | 'examiner' | 'system';

export interface Actor {
  readonly kind: ActorKind;
  /** Opaque person id; absent for the system. */
  readonly id?: string;
}

export interface ExperienceEntry {
  readonly id: string;
  readonly employer: string;
  readonly position: string;
  /** One of the program's setting ids, such as `academic-library`, or `other`. */
  readonly setting: string;
  readonly from: CalendarDate;
  /** Absent when the work goes on. */
  readonly to?: CalendarDate;
  /** Weekly hours as a share of full time, in percent, 1 to 100. */
  readonly fullTimePercent: number;
  readonly fileIds: readonly string[];
}

export type DegreeLevel = 'secondary' | 'certificate' | 'associate' | 'bachelor' | 'master' | 'doctorate';

export interface EducationEntry {
  readonly id: string;
  readonly institution: string;
  readonly level: DegreeLevel;
  readonly field: string;
  readonly awardedOn: CalendarDate;
  readonly accredited: boolean;
  readonly fileIds: readonly string[];
}

export type Claim =
  | { readonly kind: 'experience'; readonly entries: readonly ExperienceEntry[] }
  | { readonly kind: 'education'; readonly entries: readonly EducationEntry[] }
  | { readonly kind: 'attestation'; readonly signedName: string; readonly documentVersion: string };

export type Verdict = 'accepted' | 'more-needed' | 'not-accepted';

export interface TopicScore {
  readonly topic: string;
  /** Score points reached and reachable in the topic. */
  readonly score: number;
  readonly maxScore: number;
}

/** What each kind of fact says. Every id is opaque; nothing here names a program. */
export interface FactData {
  'candidacy-begun': Record<never, never>;
  /** The candidate states a claim for a requirement; the latest one counts. */
  'requirement-declared': { readonly requirement: string; readonly claim: Claim };
  'application-submitted': Record<never, never>;
  /** A reviewer judges the latest claim declared before `at`. `entryIds` names the accepted entries (all when absent). */
  'requirement-judged': {
    readonly requirement: string;
    readonly verdict: Verdict;
    readonly reason: string;
    readonly entryIds?: readonly string[];
  };
  'accommodation-requested': { readonly request: string };
  'accommodation-decided': {
    readonly granted: boolean;
    /** 1 is standard time; 1.5 is time and a half. */
    readonly timeMultiplier: number;
    readonly reason: string;
  };
  'membership-claimed': { readonly payerClass: string; readonly memberNumber: string };
  'membership-judged': { readonly payerClass: string; readonly verified: boolean; readonly reason: string };
  /** `attempt` is the attempt of the assessment that the fee pays for, from 1; `cycle` the renewal cycle, from 1. */
  'fee-invoiced': {
    readonly fee: string;
    readonly invoiceId: string;
    readonly amountMinor: number;
    readonly currency: string;
    readonly dueAt: Instant;
    readonly attempt?: number;
    readonly cycle?: number;
  };
  'fee-settled': {
    readonly fee: string;
    readonly invoiceId: string;
    readonly amountMinor: number;
    readonly currency: string;
  };
  'fee-refunded': {
    readonly fee: string;
    readonly invoiceId: string;
    readonly amountMinor: number;
    readonly currency: string;
  };
  'test-authorized': {
    readonly assessment: string;
    readonly attempt: number;
    readonly from: Instant;
    readonly until: Instant;
  };
  'attempt-begun': { readonly assessment: string; readonly attempt: number; readonly attemptId: string };
  'attempt-sealed': {
    readonly assessment: string;
    readonly attempt: number;
    readonly attemptId: string;
    readonly byClock: boolean;
  };
  'portfolio-submitted': { readonly assessment: string; readonly attempt: number; readonly pieces: number };
  'result-released': {
    readonly assessment: string;
    readonly attempt: number;
    readonly passed: boolean;
    readonly score: number;
    readonly maxScore: number;
    readonly byTopic: readonly TopicScore[];
  };
  'decision-recorded': { readonly outcome: 'certify' | 'refuse'; readonly reason: string };
  /** Cycle 1 is the first certification, 2 the first renewal. */
  'credential-granted': {
    readonly credentialId: string;
    readonly number: string;
    readonly cycle: number;
    readonly validFrom: Instant;
    readonly validUntil: Instant;
  };
  'credential-suspended': { readonly credentialId: string; readonly reason: string };
  'credential-reinstated': { readonly credentialId: string; readonly reason: string };
  'credential-revoked': { readonly credentialId: string; readonly reason: string };
  'credential-surrendered': { readonly credentialId: string };
  'education-logged': {
    readonly entryId: string;
    readonly title: string;
    readonly provider: string;
    readonly hours: number;
    readonly completedOn: CalendarDate;
    readonly fileIds: readonly string[];
  };
  'education-judged': {
    readonly entryId: string;
    readonly verdict: 'accepted' | 'not-accepted';
    readonly reason: string;
  };
  'renewal-submitted': { readonly cycle: number };
  'listing-consented': { readonly listed: boolean };
  'candidacy-withdrawn': { readonly reason: string };
}

export type FactKind = keyof FactData;

/** One entry of the ledger. `at` is when it happened, in the clock of the organization; `id` breaks ties. */
export type Fact = {
  [K in FactKind]: {
    readonly id: string;
    readonly kind: K;
    readonly at: Instant;
    readonly by: Actor;
    /** The edition of the program in force for this candidacy. */
    readonly edition: string;
    readonly data: FactData[K];
  };
}[FactKind];

export type FactOf<K extends FactKind> = Extract<Fact, { kind: K }>;
