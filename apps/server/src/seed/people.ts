import type { Context } from '../context.ts';
import { findPersonByEmail } from '../modules/identity/index.ts';
import type { Role } from '../platform/operations/index.ts';

/** Long enough for the password rule, and printed at each start: nothing of a demonstration is secret. */
export const demoPassword = 'testamur demonstration';

const domain = 'demo.testamur.example';

export const addressOf = (mailbox: string): string => `${mailbox}@${domain}`;

export interface DemoPerson {
  readonly mailbox: string;
  readonly name: string;
  /** For the list of sign-ins. */
  readonly who: string;
}

export interface DemoStaff extends DemoPerson {
  readonly role: Role;
}

const staffPerson = (mailbox: string, role: Role, name: string, who: string): DemoStaff => ({
  mailbox,
  role,
  name: `Demo ${name}`,
  who,
});

export const operator: DemoPerson = {
  mailbox: 'operator',
  name: 'Demo Operator',
  who: 'operator: runs the installation, opens rehearsals',
};

export const staff = [
  staffPerson('program-manager', 'program-manager', 'Program Manager', 'program manager'),
  staffPerson('decider', 'program-manager', 'Decider', 'second program manager, who decides'),
  staffPerson('reviewer', 'reviewer', 'Reviewer', 'reviewer'),
  staffPerson('reviewer2', 'reviewer', 'Reviewer Two', 'second reviewer'),
  staffPerson('examiner', 'examiner', 'Examiner', 'examiner'),
  staffPerson('examiner2', 'examiner', 'Examiner Two', 'second examiner'),
  staffPerson('examiner3', 'examiner', 'Examiner Three', 'third examiner'),
  staffPerson('proctor', 'proctor', 'Proctor', 'proctor'),
  staffPerson('finance', 'finance', 'Finance', 'finance'),
  staffPerson('psychometrician', 'psychometrician', 'Psychometrician', 'psychometrician'),
  staffPerson('auditor', 'auditor', 'Auditor', 'auditor'),
  staffPerson('administrator', 'administrator', 'Administrator', 'administrator'),
] as const;

/** Person ids by mailbox. Those who have an account already keep it. */
export const createPeople = async (
  { platform, identity }: Pick<Context, 'platform' | 'identity'>,
  people: readonly DemoPerson[],
): Promise<ReadonlyMap<string, string>> => {
  // Hashing a password takes a core for a while: several at once.
  const made = await Promise.all(
    people.map(async ({ mailbox, name }) => {
      const email = addressOf(mailbox);
      const known = await platform.db.system((trx) => findPersonByEmail(trx, email));
      if (known) return [mailbox, known.personId] as const;
      const { personId } = await identity.createPerson({
        name,
        email,
        password: demoPassword,
        emailVerified: true,
        operator: mailbox === operator.mailbox,
        demonstration: true,
      });
      return [mailbox, personId] as const;
    }),
  );
  return new Map(made);
};
