import type { Scope } from '../../../platform/http/index.ts';
import { enqueue } from '../../../platform/jobs/index.ts';

export const signTask = 'credentialing.sign-lists';

/** One waits an organization, whoever asks for it. */
export const enqueueSigning = ({ trx, organization }: Scope): Promise<void> =>
  enqueue(trx, signTask, { organizationId: organization.id }, { key: `${signTask}:${organization.id}` });
