import type { FactOf, Instant } from '../facts.ts';
import type { Program } from '../schema/program.ts';
import { type AccommodationFinding, findAccommodation } from './accommodation.ts';
import { type ApplicationFinding, findApplication } from './application.ts';
import { type AssessmentFinding, findAssessments } from './assessments/finding.ts';
import { findPassing, type PassingFinding } from './assessments/passing.ts';
import { type CircumstancesFinding, findCircumstances } from './circumstances-finding.ts';
import { findKeeping, type KeepingFinding } from './credential/keeping.ts';
import { type CredentialRecord, readCredentials } from './credential/records.ts';
import { type DecisionFinding, findDecision } from './decision.ts';
import { findChosenBundle } from './fees/bundle.ts';
import type { Billing } from './fees/fee.ts';
import { listGrants } from './fees/grants.ts';
import { type Invoices, readInvoices } from './fees/invoices.ts';
import { type EntryFees, findEntryFees } from './fees/stages.ts';
import { type Ledger, select } from './ledger/ledger.ts';
import { findPayer, type PayerFinding } from './payer.ts';
import { readStatements, type Statements } from './statements.ts';
import type { GrantStanding } from './types.ts';

/** Everything that was found out about a candidacy; what people see is read off it. */
export interface Situation extends KeepingFinding {
  readonly program: Program;
  readonly at: Instant;
  readonly ledger: Ledger;
  /** Where the candidate is, and which track was chosen. */
  readonly circumstances: CircumstancesFinding;
  /** What referees and training providers were asked for. */
  readonly statements: Statements;
  readonly application: ApplicationFinding;
  readonly payer: PayerFinding;
  readonly accommodation: AccommodationFinding;
  readonly invoices: Invoices;
  /** What paid fees have brought with them. */
  readonly grants: readonly GrantStanding[];
  /** The fees of the registration and of the application. */
  readonly entryFees: EntryFees;
  readonly assessments: readonly AssessmentFinding[];
  readonly passing: PassingFinding;
  readonly decision: DecisionFinding;
  readonly credentials: readonly CredentialRecord[];
  readonly withdrawn?: FactOf<'candidacy-withdrawn'>;
  readonly listed: boolean;
}

/** Reads the concepts in the order in which they rest on each other. */
export function findSituation(ledger: Ledger): Situation {
  const { program, at } = ledger;
  const circumstances = findCircumstances(ledger);
  const invoices = readInvoices(ledger);
  const grants = listGrants(program, invoices);
  const payer = findPayer(ledger, grants);
  const bundle = findChosenBundle(ledger, circumstances);
  const billing: Billing = { ledger, circumstances, payer, invoices, ...(bundle === undefined ? {} : { bundle }) };
  const entryFees = findEntryFees(billing);
  const statements = readStatements(ledger);
  const application = findApplication(ledger, circumstances, statements, entryFees);
  const assessments = findAssessments(billing, application);
  const passing = findPassing(ledger, assessments);
  const credentials = readCredentials(ledger);
  const withdrawn = select(ledger, 'candidacy-withdrawn')[0];
  return {
    program,
    at,
    ledger,
    circumstances,
    statements,
    application,
    payer,
    accommodation: findAccommodation(ledger),
    invoices,
    grants,
    entryFees,
    assessments,
    passing,
    decision: findDecision(billing, application, passing),
    credentials,
    ...findKeeping(billing, credentials),
    ...(withdrawn === undefined ? {} : { withdrawn }),
    listed: select(ledger, 'listing-consented').at(-1)?.data.listed ?? false,
  };
}
