import type { CalendarDate, Instant, TopicScore } from '../facts.ts';
import type { Text } from '../text.ts';

/** Labels and tones for these stand in the web's one `Status` component. */
export const requirementStates = ['met', 'not-met', 'unknown', 'not-started', 'in-progress', 'locked'] as const;
export type RequirementState = (typeof requirementStates)[number];

export const candidacyStatuses = [
  'draft',
  'waiting-for-review',
  'under-review',
  'more-needed',
  'payment-due',
  'authorized',
  'scheduled',
  'waiting-for-results',
  'waiting-for-decision',
  'certified',
  'not-accepted',
  'not-passed',
  'withdrawn',
  'closed',
] as const;
export type CandidacyStatus = (typeof candidacyStatuses)[number];

export const credentialStatuses = [
  'active',
  'renewal-due',
  'in-grace',
  'suspended',
  'lapsed',
  'expired',
  'revoked',
  'surrendered',
  'replaced',
] as const;
export type CredentialStatus = (typeof credentialStatuses)[number];

/** Who has the next move. */
export type NextActor = 'candidate' | 'reviewer' | 'finance' | 'examiner' | 'score-releaser' | 'decider' | 'system';

export const nextActionKinds = [
  'complete-requirement',
  'submit-application',
  'review-requirement',
  'review-membership',
  'decide-accommodation',
  'issue-invoice',
  'pay-fee',
  'authorize-test',
  'take-exam',
  'continue-exam',
  'submit-portfolio',
  'assign-examiner',
  'release-result',
  'record-decision',
  'issue-credential',
  'log-education',
  'review-education',
  'submit-renewal',
  'approve-renewal',
  'resolve-suspension',
] as const;
export type NextActionKind = (typeof nextActionKinds)[number];

export interface NextAction {
  readonly kind: NextActionKind;
  readonly actor: NextActor;
  /** The requirement, assessment or fee that it is about. */
  readonly subject?: string;
  readonly title: Text;
  /** Never in the past: an action whose time has run out is gone, and the standing says what follows. */
  readonly by?: Instant;
  readonly amount?: { readonly amountMinor: number; readonly currency: string };
}

/** What a line rests on: the facts by id and the rule in words. */
export interface Why {
  readonly rule: Text;
  readonly reason: Text;
  readonly factIds: readonly string[];
}

export type StepId = 'apply' | 'pay' | 'assess' | 'decision' | 'keep';

export interface StandingLine {
  /** Requirement, assessment or fee id; unique within the standing. */
  readonly id: string;
  readonly kind: 'requirement' | 'fee' | 'assessment' | 'decision' | 'renewal';
  readonly title: Text;
  readonly state: RequirementState;
  /** What is known in a few words, such as "2.4 of 2 years". */
  readonly detail?: Text;
  readonly why: Why;
  /** Set when the state is `locked`: what unlocks it. */
  readonly unlocks?: Text;
}

export interface Step {
  readonly id: StepId;
  /** From 1. One step an assessment. */
  readonly number: number;
  readonly title: Text;
  readonly lines: readonly StandingLine[];
}

export interface Owed {
  readonly fee: string;
  readonly title: Text;
  readonly reason: Text;
  readonly amountMinor: number;
  readonly currency: string;
  readonly invoiceId?: string;
  readonly dueAt?: Instant;
}

export interface Deadline {
  readonly id: string;
  readonly at: Instant;
  readonly title: Text;
  /** What happens when it passes. */
  readonly consequence: Text;
}

export interface AssessmentStanding {
  readonly assessment: string;
  readonly kind: string;
  readonly state: 'locked' | 'open' | 'under-way' | 'waiting-for-result' | 'passed' | 'failed';
  /** The attempt under way or next, from 1. */
  readonly attempt: number;
  readonly attemptId?: string;
  readonly window?: { readonly from: Instant; readonly until: Instant };
  readonly result?: {
    readonly attempt: number;
    readonly passed: boolean;
    readonly score: number;
    readonly maxScore: number;
    readonly byTopic: readonly TopicScore[];
    readonly releasedAt: Instant;
  };
  /** After a failed attempt: when the next may begin, absent when no attempt is left. */
  readonly retakeFrom?: Instant;
}

export interface CredentialStanding {
  readonly credentialId: string;
  readonly number: string;
  readonly cycle: number;
  readonly status: CredentialStatus;
  /** When it came into this status. */
  readonly since: Instant;
  readonly validFrom: Instant;
  readonly validUntil: Instant;
  readonly reason?: string;
}

export interface RenewalStanding {
  /** The cycle that the renewal would begin. */
  readonly cycle: number;
  readonly hoursNeeded: number;
  /** Logged and not refused, within the cycle. */
  readonly hoursLogged: number;
  readonly hoursAccepted: number;
  readonly opensAt: Instant;
  readonly dueAt: Instant;
  readonly graceUntil: Instant;
  readonly state: 'not-open' | 'open' | 'submitted' | 'closed';
  readonly entries: readonly {
    readonly entryId: string;
    readonly title: string;
    readonly provider: string;
    readonly hours: number;
    readonly completedOn: CalendarDate;
    readonly state: 'waiting' | 'accepted' | 'not-accepted';
    readonly counts: boolean;
    readonly reason: Text;
  }[];
}

/** Where a person stands in one program, at one instant. Everything that anybody is shown is read off this. */
export interface Standing {
  readonly program: string;
  readonly edition: string;
  readonly at: Instant;
  readonly status: CandidacyStatus;
  readonly statusReason: Text;
  readonly since: Instant;
  readonly steps: readonly Step[];
  readonly next: readonly NextAction[];
  readonly owed: readonly Owed[];
  readonly paid: readonly { readonly currency: string; readonly amountMinor: number }[];
  readonly deadlines: readonly Deadline[];
  readonly assessments: readonly AssessmentStanding[];
  /** 1 unless an accommodation was granted. */
  readonly timeMultiplier: number;
  readonly payerClass: string;
  /** The latest credential; older ones follow from the facts. */
  readonly credential?: CredentialStanding;
  readonly renewal?: RenewalStanding;
  readonly listed: boolean;
  /** Nothing more can happen to this candidacy by anyone's act. */
  readonly final: boolean;
  /** Facts that could not be used, and why: unknown requirement, another edition, impossible dates. */
  readonly flags: readonly { readonly factId: string; readonly problem: Text }[];
}
