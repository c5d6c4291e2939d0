import type { Scope } from '../../../platform/http/index.ts';
import {
  defineJob,
  type Job,
  type JobPayload,
  type Schedule,
  type Subscription,
  subscribe,
} from '../../../platform/jobs/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { issuerDocument, issuerKeysChanged, issuerUrl } from '../../issuers/index.ts';
import { closeFullList, listsOf, type StatusConfig, type StatusListRow } from './lists.ts';
import { publishFile } from './publish.ts';
import { addressOf, keepSigned, type ListPlan, planList, signPlan } from './sign.ts';
import { enqueueSigning, signTask } from './tasks.ts';

type Signing = Pick<Platform, 'inTenant' | 'config' | 'log'>;

const needsSigning = ({ fresh_until: until, revision, signed_revision: signed }: StatusListRow, now: Date): boolean =>
  signed !== revision || until === null || until <= now;

const planAll = async (scope: Scope, config: StatusConfig, isWanted: (row: StatusListRow) => boolean) => {
  const plans: ListPlan[] = [];
  for (const row of (await listsOf(scope).orderBy('id').execute()).filter(isWanted)) {
    plans.push(await planList(scope, config, row, addressOf(config, scope, row.id)));
  }
  return plans;
};

/** Signs with no transaction open, then keeps and publishes what was signed. */
const signAndKeep = async ({ inTenant, config }: Signing, organizationId: string, plan: ListPlan): Promise<void> => {
  const document = await signPlan(plan);
  const isKept = await inTenant(organizationId, (scope) => keepSigned(scope, plan, document));
  if (isKept) await publishFile(config, plan.url, document);
};

/** Signs every list of the organization that changed or is no longer fresh. */
export const signLists = async (platform: Signing, organizationId: string): Promise<void> => {
  const plans = await platform.inTenant(organizationId, async (scope) => {
    await closeFullList(scope);
    return planAll(scope, platform.config, (row) => needsSigning(row, scope.now));
  });
  for (const plan of plans) await signAndKeep(platform, organizationId, plan);
};

/** Signs one list where it was never signed, or no longer is fresh: before a credential that names it is verified. */
export const ensureSigned = async (platform: Signing, organizationId: string, listId: string): Promise<void> => {
  const [plan] = await platform.inTenant(organizationId, (scope) =>
    planAll(
      scope,
      platform.config,
      (row) => row.id === listId && (row.fresh_until === null || row.fresh_until <= scope.now),
    ),
  );
  if (plan) await signAndKeep(platform, organizationId, plan);
};

/** The DID document beside the lists: a verifier needs both. */
const publishIssuer = async ({ inTenant, config }: Signing, organizationId: string): Promise<void> => {
  const { slug, document } = await inTenant(organizationId, async (scope) => ({
    slug: scope.organization.slug,
    document: await issuerDocument(scope, config),
  }));
  await publishFile(config, `${issuerUrl(config.PUBLIC_URL, slug)}/did.json`, document);
};

export const statusJobs = (platform: Signing): readonly Job[] => [
  defineJob<JobPayload>(signTask, async ({ organizationId }) => {
    await signLists(platform, organizationId);
    await publishIssuer(platform, organizationId);
  }),
];

export const statusSubscriptions = (platform: Signing): readonly Subscription[] => [
  subscribe(issuerKeysChanged, 'credentialing.publish-issuer', ({ organizationId }) =>
    publishIssuer(platform, organizationId),
  ),
];

/** Every ten minutes, what is no longer fresh. One organization's trouble keeps no other waiting. */
export const statusSchedules = ({ db, inTenant, log }: Platform): readonly Schedule[] => [
  {
    name: 'credentialing.refresh-lists',
    pattern: '*/10 * * * *',
    run: async () => {
      const organizations = await db.kysely
        .selectFrom('organization')
        .select('id')
        .where('kind', '!=', 'platform')
        .execute();
      for (const { id } of organizations) {
        try {
          await inTenant(id, async (scope) => {
            const lists = await listsOf(scope).execute();
            if (lists.some((row) => needsSigning(row, scope.now))) await enqueueSigning(scope);
          });
        } catch (error) {
          log.error({ err: error, organizationId: id }, 'The status lists of an organization cannot be looked at.');
        }
      }
    },
  },
];
