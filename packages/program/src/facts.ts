/**
 * The fact ledger of one candidacy: one person, one program. Facts are appended and never changed; a correction is a
 * later fact. `standing()` reads nothing else about a person.
 */

/** An instant, ISO 8601 in UTC with milliseconds, e.g. `2027-03-03T14:00:00.000Z`. */
export type Instant = string;
/** A calendar date, `YYYY-MM-DD`. */
export type CalendarDate = string;

/** `third-party`: a referee or a training provider behind a personal link. */
export type ActorKind = 'candidate' | 'staff' | 'examiner' | 'third-party' | 'system';

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
  /** One of the program's role ids, where it has any, or `other`. */
  readonly role?: string;
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
  /** One of the program's field ids, where it has any, or `other`. */
  readonly fieldId?: string;
  readonly awardedOn: CalendarDate;
  readonly accredited: boolean;
  /** One of the program's accreditor ids, where it has any, or `other`. */
  readonly accreditedBy?: string;
  readonly fileIds: readonly string[];
}

export interface CourseEntry {
  readonly id: string;
  readonly title: string;
  readonly provider: string;
  readonly hours: number;
  readonly completedOn: CalendarDate;
  readonly fileIds: readonly string[];
}

/** A paper, or a piece of work. */
export interface DocumentEntry {
  readonly id: string;
  readonly title: string;
  readonly issuedOn: CalendarDate;
  readonly fileIds: readonly string[];
}

/** What a candidate states for a requirement of the same kind. */
export type Claim =
  | { readonly kind: 'experience'; readonly entries: readonly ExperienceEntry[] }
  | { readonly kind: 'education'; readonly entries: readonly EducationEntry[] }
  | { readonly kind: 'attestation'; readonly signedName: string; readonly documentVersion: string }
  | { readonly kind: 'training'; readonly trainingProgram: string; readonly completedOn: CalendarDate }
  | { readonly kind: 'background-check'; readonly signedName: string }
  | { readonly kind: 'course'; readonly entries: readonly CourseEntry[] }
  | { readonly kind: 'document'; readonly entries: readonly DocumentEntry[] }
  | { readonly kind: 'work-samples'; readonly entries: readonly DocumentEntry[] }
  | { readonly kind: 'age'; readonly bornOn: CalendarDate }
  | {
      readonly kind: 'credential';
      readonly credential: string;
      readonly number: string;
      readonly validUntil?: CalendarDate;
      readonly fileIds: readonly string[];
    }
  | { readonly kind: 'registration' };

export type Verdict = 'accepted' | 'more-needed' | 'not-accepted';

export interface TopicScore {
  readonly topic: string;
  /** Score points reached and reachable in the topic. */
  readonly score: number;
  readonly maxScore: number;
}

/** What each kind of fact says. Every id is opaque; nothing here names a program. */
export interface FactData {
  /** `track`: the option chosen on each axis of the tracks, where the program has any. */
  'candidacy-begun': { readonly track?: Readonly<Record<string, string>> };
  /** Where the candidate lives or works; rules and prices may depend on it. The latest counts. */
  'region-declared': { readonly region: string };
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
  /**
   * A referee or a training provider was asked, by a personal link that works until `until`. `relation` is one of the
   * requirement's relations, for references.
   */
  'statement-requested': {
    readonly requirement: string;
    readonly requestId: string;
    readonly relation?: string;
    readonly until: Instant;
  };
  /** What they said; `confirmed` is whether a provider confirms the completion, or a referee recommends the candidate. */
  'statement-given': { readonly requirement: string; readonly requestId: string; readonly confirmed: boolean };
  'statement-declined': { readonly requirement: string; readonly requestId: string };
  /** The candidate takes a request back. */
  'statement-withdrawn': { readonly requirement: string; readonly requestId: string };
  'accommodation-requested': { readonly request: string };
  'accommodation-decided': {
    readonly granted: boolean;
    /** 1 is standard time; 1.5 is time and a half. */
    readonly timeMultiplier: number;
    readonly reason: string;
  };
  'membership-claimed': { readonly payerClass: string; readonly memberNumber: string };
  'membership-judged': { readonly payerClass: string; readonly verified: boolean; readonly reason: string };
  /** Several first attempts are to be paid at once, by this bundle of the program. */
  'bundle-chosen': { readonly bundle: string };
  /**
   * `fee` is a fee or a bundle. `amountMinor` includes taxes, `taxMinor` of it. `assessment` and `attempt` are what it pays
   * for, where it pays for one attempt; `cycle` the renewal cycle, from 1; `year` the maintenance period, from 1.
   */
  'fee-invoiced': {
    readonly fee: string;
    readonly invoiceId: string;
    readonly amountMinor: number;
    readonly currency: string;
    readonly dueAt: Instant;
    readonly taxMinor?: number;
    readonly assessment?: string;
    readonly attempt?: number;
    readonly cycle?: number;
    readonly year?: number;
  };
  /** `voucherId`: paid by a voucher instead of money. */
  'fee-settled': {
    readonly fee: string;
    readonly invoiceId: string;
    readonly amountMinor: number;
    readonly currency: string;
    readonly voucherId?: string;
  };
  /** `voucherId`: a voucher that had paid is given back, and pays no longer. */
  'fee-refunded': {
    readonly fee: string;
    readonly invoiceId: string;
    readonly amountMinor: number;
    readonly currency: string;
    readonly voucherId?: string;
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
  /** A performance, oral or hands-on assessment took place. */
  'session-held': { readonly assessment: string; readonly attempt: number; readonly heldOn: CalendarDate };
  /** A module of a course was completed. */
  'module-completed': { readonly assessment: string; readonly attempt: number; readonly module: string };
  /** `scaledScore` is on the scale of the program, where it has one. */
  'result-released': {
    readonly assessment: string;
    readonly attempt: number;
    readonly passed: boolean;
    readonly score: number;
    readonly maxScore: number;
    readonly scaledScore?: number;
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
  /** `retired`: the holder stops working and keeps a title of the retired, where the program has one. */
  'credential-surrendered': { readonly credentialId: string; readonly retired?: boolean };
  'education-logged': {
    readonly entryId: string;
    readonly title: string;
    readonly provider: string;
    readonly hours: number;
    readonly completedOn: CalendarDate;
    /** One of the categories of the renewal; the first one where it is absent. */
    readonly category?: string;
    readonly fileIds: readonly string[];
  };
  'education-judged': {
    readonly entryId: string;
    readonly verdict: 'accepted' | 'not-accepted';
    readonly reason: string;
  };
  /** The holder chooses how to renew in the cycle; the latest counts until the renewal is submitted. */
  'renewal-route-chosen': { readonly cycle: number; readonly route: string };
  /** `audited`: the evidence is looked at, drawn by the audit rule of the program; absent where there is no such rule. */
  'renewal-submitted': { readonly cycle: number; readonly audited?: boolean };
  'listing-consented': { readonly listed: boolean };
  /** A new edition took this candidacy over. */
  'edition-moved': { readonly from: string; readonly to: string };
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
