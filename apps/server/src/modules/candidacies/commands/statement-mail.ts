import type { Scope } from '../../../platform/http/index.ts';
import { PLATFORM_ORGANIZATION_ID, platformOrganization, visiting } from '../../audit/index.ts';
import { getPerson } from '../../identity/index.ts';
import { sendMessage } from '../../notifications/index.ts';
import { statementMail } from '../rules/statement-mails.ts';
import type { Asking } from '../rules/statement-requests.ts';
import { findTraining, relationLabel } from '../rules/statement-words.ts';
import { newStatementLink } from '../statement-links.ts';
import type { StatementRequest } from '../statements.ts';
import type { Candidacy } from '../store.ts';

export interface Sending {
  readonly candidacy: Candidacy;
  readonly requirement: Asking;
  readonly request: Pick<StatementRequest, 'id' | 'name' | 'email' | 'relation'>;
  readonly until: string;
  /** What tells this mail from others on the same request. */
  readonly occasion: string;
  readonly isReminder: boolean;
  /** Whom the transaction acts for. */
  readonly actingFor: string | undefined;
}

/**
 * Writes to a referee or a provider. The link opens what only they may say: the mail lies in the outbox of the
 * installation, as all mail with links does, and not in that of the organization whose staff judge the statement.
 */
export const sendStatementMail = async (scope: Scope, publicUrl: string, sending: Sending): Promise<void> => {
  const { trx, organization, now } = scope;
  const { candidacy, requirement, request, until, occasion, isReminder, actingFor } = sending;
  const { name: candidateName } = await getPerson(trx, candidacy.personId);
  const mail = statementMail({
    program: candidacy.program,
    requirement,
    organizationName: organization.name,
    demonstration: organization.kind !== 'live',
    candidateName,
    name: request.name,
    relation: relationLabel(requirement, request.relation),
    training: findTraining(candidacy, requirement.id)?.title,
    link: await newStatementLink(scope, publicUrl, request.id, requirement.kind),
    until,
    isReminder,
  });
  const message = { to: request.email, template: 'candidacies.statement', ...mail };
  const back = { organizationId: organization.id, personId: actingFor };
  await visiting(trx, PLATFORM_ORGANIZATION_ID, back, () =>
    sendMessage(
      { trx, organization: platformOrganization, now },
      { ...message, occasion: `statement:${request.id}:${occasion}` },
    ),
  );
};
