import type { Instant, TopicScore } from '../facts.ts';
import type { Assessment, Grant } from '../schema/program.ts';
import type { Text } from '../text.ts';
import type { RenewalStanding } from './credential/renewal-standing.ts';
import type { FeeTarget } from './fees/target.ts';

export type { RenewalStanding };

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
export type NextActor =
  | 'candidate'
  | 'third-party'
  | 'reviewer'
  | 'program-manager'
  | 'finance'
  | 'examiner'
  | 'score-releaser'
  | 'decider'
  | 'system';

export const nextActionKinds = [
  'choose-region',
  'complete-requirement',
  'request-statement',
  'give-statement',
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
  'attend-session',
  'record-session',
  'take-course',
  'record-module',
  'assign-examiner',
  'release-result',
  'record-decision',
  'issue-credential',
  'choose-renewal-route',
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
  /** What a fee is asked for, where it is for one attempt, cycle or year; tells apart several of one fee. */
  readonly target?: FeeTarget;
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
  /** A fee or a bundle. */
  readonly fee: string;
  readonly title: Text;
  readonly reason: Text;
  /** Taxes included. */
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

/** A referee or a training provider who was asked. */
export interface StatementStanding {
  readonly requirement: string;
  readonly requestId: string;
  readonly relation?: string;
  readonly state: 'waiting' | 'given' | 'declined' | 'withdrawn' | 'expired';
  readonly requestedAt: Instant;
  readonly until: Instant;
  /** Once given. */
  readonly confirmed?: boolean;
  /** Given, and looked at without being accepted, or denied: somebody else can be asked in its place. */
  readonly setAside?: boolean;
}

/** What a fee that was paid has brought with it. */
export interface GrantStanding {
  readonly fee: string;
  readonly kind: Grant['kind'];
  readonly title: string;
  /** For a membership. */
  readonly payerClass?: string;
  /** For an access. */
  readonly id?: string;
  readonly from: Instant;
  /** Absent when it has no end. */
  readonly until?: Instant;
}

/** One yearly fee of keeping a credential. */
export interface MaintenanceStanding {
  readonly fee: string;
  /** From 1; the first is due one period after the certification began. */
  readonly year: number;
  readonly dueAt: Instant;
  /** Until when it can be paid without the credential lapsing. */
  readonly graceUntil: Instant;
  readonly state: 'ahead' | 'to-invoice' | 'open' | 'settled' | 'overdue';
}

export interface AssessmentStanding {
  readonly assessment: string;
  readonly kind: Assessment['kind'];
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
    readonly scaledScore?: number;
    readonly byTopic: readonly TopicScore[];
    readonly releasedAt: Instant;
  };
  /** Of a course: ids of the modules that are completed. */
  readonly modulesDone?: readonly string[];
  /** Assessments that have to be passed first and are not. */
  readonly waitsFor?: readonly string[];
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
  /** Set where it is in grace or lapsed for a yearly fee, and not for its date. */
  readonly cause?: 'maintenance';
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
  /** Where the program has regions and one is declared. */
  readonly region?: string;
  /** Where the program has tracks: the option chosen on each axis. */
  readonly track?: Readonly<Record<string, string>>;
  readonly statements: readonly StatementStanding[];
  readonly grants: readonly GrantStanding[];
  /** What the credential of this candidacy is called, its track filled in. */
  readonly credentialTitle: string;
  /** Yearly fees of the current credential, the first year first; those far ahead are left out. */
  readonly maintenance: readonly MaintenanceStanding[];
  /** The latest credential; older ones follow from the facts. */
  readonly credential?: CredentialStanding;
  readonly renewal?: RenewalStanding;
  readonly listed: boolean;
  /** Nothing more can happen to this candidacy by anyone's act. */
  readonly final: boolean;
  /** Facts that could not be used, and why: unknown requirement, another edition, impossible dates. */
  readonly flags: readonly { readonly factId: string; readonly problem: Text }[];
}
