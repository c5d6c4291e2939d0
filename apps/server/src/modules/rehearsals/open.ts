import { newReadableNumber, newToken } from '../../kernel/index.ts';
import { type Call, enterTenant, type Scope, viewerOf } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';

import { copyPractice } from '../guide/index.ts';
import { createOrganization } from '../identity/index.ts';
import { importItems } from '../item-bank/index.ts';
import { setUpProgram } from './set-up.ts';
import { findProgramSource, listItemSources } from './source.ts';
import { hireStaff } from './staff.ts';

/** Reserved by RFC 6761: no mail to it ever leaves the installation. */
const domain = 'demo.testamur.example';

export interface RehearsalOrder {
  readonly programId: string;
  readonly startAt?: string | undefined;
}

/**
 * Opens an organization with the program, its items and forms, and made-up staff, at its own time. Its candidate is
 * only named: it signs up like everybody else.
 */
export const openRehearsal = async (
  { config }: Pick<Platform, 'config'>,
  call: Call,
  { programId, startAt }: RehearsalOrder,
) => {
  const { trx, now: realNow } = call;
  const back = { organizationId: undefined, personId: viewerOf(call).personId };
  const source = await findProgramSource(trx, programId);
  const items = await listItemSources(trx, source, back);
  const mark = newReadableNumber(8).toLowerCase();
  const now = startAt === undefined ? realNow : new Date(startAt);
  const organization = await createOrganization(trx, {
    slug: `rehearsal-${mark}`,
    name: `Rehearsal of ${source.title}`,
    kind: 'rehearsal',
    clockOffsetMs: now.getTime() - realNow.getTime(),
  });
  await enterTenant(trx, organization.id, back.personId);
  const scope: Scope = { trx, organization, now };
  const program = await setUpProgram(scope, config, {
    yaml: source.yaml,
    importItems: async (id) => {
      await importItems(scope, id, items);
      await copyPractice(scope, id, source.organizationId);
    },
  });
  const mailbox = (name: string) => `${name}.${mark}@${domain}`;
  const staff = await hireStaff(scope, program, mailbox);
  await enterTenant(trx, undefined, back.personId);
  call.note({ organizationId: organization.id, programId: program.id, edition: program.edition });
  return {
    organization: organization.slug,
    programId: program.id,
    now: now.toISOString(),
    staff: [...staff],
    candidate: { name: 'Robin Rehearsal', email: mailbox('candidate'), password: newToken() },
  };
};
