import { addPeriod, type Program } from '@testamur/program';
import { dayMs } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { recordAudit } from '../audit/index.ts';
import { loadCandidacy } from '../candidacies/index.ts';
import { getPerson } from '../identity/index.ts';
import { sendMessage } from '../notifications/index.ts';
import { getEdition } from '../programs/index.ts';
import { noticeLetter } from './rules/letters.ts';
import { applies, type Notice, noticeAt, occasionOf } from './rules/notices.ts';

const batchSize = 500;
/** How long after its end a certification is still written of, should the schedule have stood still. */
const lateDays = 366;

interface Due {
  readonly credentialId: string;
  readonly candidacyId: string;
  readonly notice: Notice;
  readonly occasion: string;
}

/** Between which expiry dates a notice of this program can be due. */
const boundsOf = ({ renewal }: Program, now: Date): { from: Date; until: Date } => {
  const at = now.toISOString();
  const ahead = renewal.reminders.map((period) => Date.parse(addPeriod(at, period)));
  const behind = Date.parse(addPeriod(addPeriod(at, renewal.grace, -1), renewal.reinstatement, -1));
  // Periods on the calendar are up to three days shorter or longer counted the other way.
  const slack = 4 * dayMs;
  return {
    from: new Date(behind - lateDays * dayMs - slack),
    until: new Date(Math.max(now.getTime(), ...ahead) + slack),
  };
};

/** The latest credentials of one edition whose end is near or just past, a batch at a time. */
const listEnding = (scope: Scope, programId: string, edition: string, program: Program, after: string) => {
  const { from, until } = boundsOf(program, scope.now);
  return scope.trx
    .selectFrom('credential')
    .select(['id', 'candidacy_id', 'valid_until'])
    .where('organization_id', '=', scope.organization.id)
    .where('program_id', '=', programId)
    .where('edition', '=', edition)
    .where('valid_until', '>=', from)
    .where('valid_until', '<=', until)
    .where('id', '>', after)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('credential as later')
            .select('later.id')
            .whereRef('later.organization_id', '=', 'credential.organization_id')
            .whereRef('later.candidacy_id', '=', 'credential.candidacy_id')
            .whereRef('later.cycle', '>', 'credential.cycle'),
        ),
      ),
    )
    .orderBy('id')
    .limit(batchSize)
    .execute();
};

/** Those of which nobody has written yet. */
const withoutWritten = async ({ trx, organization }: Scope, due: readonly Due[]): Promise<readonly Due[]> => {
  if (due.length === 0) return due;
  const rows = await trx
    .selectFrom('message')
    .select('occasion')
    .where('organization_id', '=', organization.id)
    .where(
      'occasion',
      'in',
      due.map(({ occasion }) => occasion),
    )
    .execute();
  const written = new Set(rows.map((row) => row.occasion));
  return due.filter(({ occasion }) => !written.has(occasion));
};

const write = async (scope: Scope, publicUrl: string, { credentialId, candidacyId, notice, occasion }: Due) => {
  const { personId, program, standing } = await loadCandidacy(scope, candidacyId);
  const { credential, renewal } = standing;
  if (!credential || !renewal || !applies(notice, standing, credentialId)) return false;
  const { name, email } = await getPerson(scope.trx, personId);
  const url = `${publicUrl}/me/candidacies/${candidacyId}`;
  const organizationName = scope.organization.name;
  const isComplete = standing.next.some(({ kind }) => kind === 'submit-renewal');
  const title = standing.credentialTitle;
  const letter = noticeLetter({
    notice,
    program,
    title,
    credential,
    renewal,
    isComplete,
    name,
    organizationName,
    url,
  });
  const { created } = await sendMessage(scope, {
    personId,
    to: email,
    template: `renewals.${notice.kind}`,
    ...letter,
    occasion,
  });
  return created;
};

/**
 * Writes to everyone in the organization whose certification nears its end or has ended, once an occasion.
 *
 * @returns how many letters were written.
 */
export const remindOrganization = async (scope: Scope, publicUrl: string): Promise<number> => {
  const { trx, organization, now } = scope;
  const editions = await trx
    .selectFrom('credential')
    .select(['program_id', 'edition'])
    .distinct()
    .where('organization_id', '=', organization.id)
    .execute();
  let written = 0;
  for (const { program_id: programId, edition } of editions) {
    const { program } = await getEdition(trx, organization.id, programId, edition);
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const rows = await listEnding(scope, programId, edition, program, after);
      const due = rows.flatMap((row): Due[] => {
        const notice = noticeAt(program, row.valid_until.toISOString(), now.toISOString());
        if (!notice) return [];
        return [{ credentialId: row.id, candidacyId: row.candidacy_id, notice, occasion: occasionOf(row.id, notice) }];
      });
      for (const one of await withoutWritten(scope, due)) if (await write(scope, publicUrl, one)) written += 1;
      after = rows.at(-1)?.id ?? after;
      if (rows.length < batchSize) break;
    }
  }
  if (written > 0) {
    await recordAudit(scope, {
      action: 'renewals.remind',
      subject: `organization:${organization.id}`,
      detail: { written },
    });
  }
  return written;
};
