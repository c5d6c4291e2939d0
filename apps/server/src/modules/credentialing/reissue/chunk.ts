import { minuteMs } from '../../../kernel/index.ts';
import type { Scope } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { recordAudit } from '../../audit/index.ts';
import { issuerDid } from '../../issuers/index.ts';
import { openSigner, SigningKeyUnavailable } from '../issuance/signer.ts';
import { statusListUrl } from '../status/lists.ts';
import { keepChunk } from './keep.ts';
import { reserveChunk } from './reserve.ts';
import { signChunk } from './sign.ts';
import { enqueueChunk, lockReissue, type Reissue, type ReissuePayload, saveReissue } from './store.ts';
import { countSigned } from './withdraw.ts';

/** Between two chunks others get their turn, and a run can be stopped. */
const chunkSize = 2500;

type Reissuer = Pick<Platform, 'inTenant' | 'config' | 'clock' | 'log'>;

export interface ChunkOptions {
  readonly size?: number;
  /** Called between the steps of a chunk. Tests throw here, as a crash would; nothing else does. */
  readonly atStep?: (step: 'reserved' | 'signed' | 'kept') => void;
}

/** Nothing is left behind the cursor: either all is done, or some were published in the meantime and come now. */
const finish = async (scope: Scope, reissue: Reissue, at: Date): Promise<void> => {
  const left = (await countSigned(scope, reissue.key_id)) - reissue.failed;
  if (left > 0 && reissue.cursor !== null) {
    await saveReissue(scope, reissue.id, { cursor: null, total: reissue.done + reissue.failed + left, changed_at: at });
    await enqueueChunk(scope, reissue.id);
    return;
  }
  await saveReissue(scope, reissue.id, { state: 'done', finished_at: scope.now, changed_at: at });
  await recordAudit(scope, {
    action: 'credentialing.reissueCredentials',
    subject: `reissue:${reissue.id}`,
    detail: { keyId: reissue.key_id, withdrawn: reissue.withdrawn, issued: reissue.done, failed: reissue.failed },
  });
};

const beginChunk = async (scope: Scope, { config, clock }: Reissuer, reissueId: string, size: number) => {
  const reissue = await lockReissue(scope, reissueId);
  if (reissue?.state !== 'running') return undefined;
  const { keyId, signer } = await openSigner(scope, config);
  const chunk = await reserveChunk(scope, reissue, size);
  if (chunk.length > 0) return { reissue, chunk, keyId, signing: { signer, created: scope.now }, scope };
  await finish(scope, reissue, clock(undefined));
  return undefined;
};

const wait = async ({ inTenant, clock, log }: Reissuer, payload: ReissuePayload, error: SigningKeyUnavailable) => {
  const { organizationId, reissueId } = payload;
  const at = clock(undefined);
  await inTenant(organizationId, async (scope) => {
    await saveReissue(scope, reissueId, { trouble: error.message, changed_at: at });
    await enqueueChunk(scope, reissueId, new Date(at.getTime() + minuteMs));
  });
  log.warn({ organizationId, reissueId, error: error.message }, 'A reissue waits for its signing key.');
};

/** One chunk: entries are reserved, the successors signed with no transaction open, then kept together. */
export const runChunk = async (
  platform: Reissuer,
  payload: ReissuePayload,
  { size = chunkSize, atStep = () => undefined }: ChunkOptions = {},
): Promise<void> => {
  const { inTenant, config, clock, log } = platform;
  const { organizationId, reissueId } = payload;
  const began = performance.now();
  try {
    const begun = await inTenant(organizationId, (scope) => beginChunk(scope, platform, reissueId, size));
    if (!begun) return;
    atStep('reserved');
    const { slug } = begun.scope.organization;
    const addresses = {
      did: issuerDid(config.PUBLIC_URL, slug),
      listUrl: (listId: string) => statusListUrl(config.PUBLIC_URL, slug, listId),
    };
    const signed = await signChunk(begun.chunk, addresses, begun.signing);
    atStep('signed');
    await inTenant(organizationId, (scope) =>
      keepChunk(scope, config.PUBLIC_URL, begun.reissue, {
        signed,
        keyId: begun.keyId,
        workedMs: performance.now() - began,
        at: clock(undefined),
      }),
    );
    atStep('kept');
    log.info({ organizationId, reissueId, credentials: signed.length }, 'Credentials were issued again.');
  } catch (error) {
    if (error instanceof SigningKeyUnavailable) return wait(platform, payload, error);
    throw error;
  }
};
