import type { FactOf, Instant } from '../facts.ts';
import type { Program } from '../schema/program.ts';
import { type AccommodationFinding, findAccommodation } from './accommodation.ts';
import { type ApplicationFinding, findApplication } from './application.ts';
import { type AssessmentFinding, findAssessments } from './assessments/finding.ts';
import { findPassing, type PassingFinding } from './assessments/passing.ts';
import { type CredentialRecord, readCredentials } from './credential/records.ts';
import { findRenewal, type RenewalFinding } from './credential/renewal.ts';
import { findCredentialStanding } from './credential/status.ts';
import { type DecisionFinding, findDecision } from './decision.ts';
import { type Invoices, readInvoices } from './fees/invoices.ts';
import { type Ledger, select } from './ledger/ledger.ts';
import { findPayer, type PayerFinding } from './payer.ts';
import type { CredentialStanding } from './types.ts';

/** Everything that was found out about a candidacy; what people see is read off it. */
export interface Situation {
  readonly program: Program;
  readonly at: Instant;
  readonly ledger: Ledger;
  readonly application: ApplicationFinding;
  readonly payer: PayerFinding;
  readonly accommodation: AccommodationFinding;
  readonly invoices: Invoices;
  readonly assessments: readonly AssessmentFinding[];
  readonly passing: PassingFinding;
  readonly decision: DecisionFinding;
  readonly credentials: readonly CredentialRecord[];
  /** The latest credential. */
  readonly credential?: CredentialStanding;
  readonly renewal?: RenewalFinding;
  readonly withdrawn?: FactOf<'candidacy-withdrawn'>;
  readonly listed: boolean;
}

/** Reads the concepts in the order in which they rest on each other. */
export function findSituation(ledger: Ledger): Situation {
  const { program, at } = ledger;
  const application = findApplication(ledger);
  const payer = findPayer(ledger);
  const invoices = readInvoices(ledger);
  const assessments = findAssessments(ledger, application, payer, invoices);
  const passing = findPassing(ledger, assessments);
  const credentials = readCredentials(ledger);
  const last = credentials.at(-1);
  const renewal = last === undefined ? undefined : findRenewal(ledger, last, payer, invoices);
  const credential = last === undefined ? undefined : findCredentialStanding(program, last, at, undefined, renewal);
  const withdrawn = select(ledger, 'candidacy-withdrawn')[0];
  return {
    program,
    at,
    ledger,
    application,
    payer,
    accommodation: findAccommodation(ledger),
    invoices,
    assessments,
    passing,
    decision: findDecision(ledger, application, passing),
    credentials,
    ...(credential === undefined ? {} : { credential }),
    ...(renewal === undefined ? {} : { renewal }),
    ...(withdrawn === undefined ? {} : { withdrawn }),
    listed: select(ledger, 'listing-consented').at(-1)?.data.listed ?? false,
  };
}
