import { minuteMs } from '../../../kernel/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { publishVerified } from './publish.ts';
import { signPrepared } from './sign.ts';
import { SigningKeyUnavailable } from './signer.ts';
import { enqueueIssuance, findIssuance, type IssuancePayload, keepTrouble, stageOf } from './store.ts';
import { verifySigned } from './verify.ts';

/** A moment at which a process may end; the steps before it are committed, those after it are not begun. */
export type Moment = 'signature made' | 'signed' | 'verified' | 'published';

/** Called at each moment. Tests throw here, as a crash would; nothing else does. */
export type AtMoment = (moment: Moment) => void;

type Issuer = Pick<Platform, 'inTenant' | 'config' | 'clock' | 'log'>;

/** A signature can be dropped and made again; more often than that means that something is wrong. */
const mostSteps = 12;
const longestWaitMs = 15 * minuteMs;

const waitMs = (attempts: number): number => Math.min(5000 * 2 ** attempts, longestWaitMs);

/** It waits, staff read why, and it is tried again, the longer it lasts the more seldom. */
const park = async (
  { inTenant, clock, log }: Issuer,
  { organizationId, credentialId }: IssuancePayload,
  error: SigningKeyUnavailable,
): Promise<void> => {
  const attempts = await inTenant(organizationId, async (scope) => {
    const issuance = await findIssuance(scope, credentialId);
    if (!issuance || stageOf(issuance) !== 'sign') return undefined;
    const tryAt = new Date(clock(undefined).getTime() + waitMs(issuance.attempts));
    await keepTrouble(scope, credentialId, { tryAt, attempts: issuance.attempts + 1, trouble: error.message });
    await enqueueIssuance(scope, credentialId, tryAt);
    return issuance.attempts + 1;
  });
  if (attempts === undefined) return;
  log.warn({ organizationId, credentialId, attempts, error: error.message }, 'A credential waits for its signing key.');
};

/**
 * Brings a prepared credential as far as it goes: signed, verified, published, each step a transaction of its own. It
 * may be called again at any time and by several at once: what is done is not done twice.
 */
export const advanceIssuance = async (
  platform: Issuer,
  payload: IssuancePayload,
  atMoment: AtMoment = () => undefined,
): Promise<void> => {
  for (let steps = 0; steps < mostSteps; steps += 1) {
    const issuance = await platform.inTenant(payload.organizationId, (scope) =>
      findIssuance(scope, payload.credentialId),
    );
    const stage = issuance ? stageOf(issuance) : 'over';
    if (stage === 'over') return;
    if (stage === 'sign') {
      try {
        await signPrepared(platform, payload, { beforeKept: () => atMoment('signature made') });
      } catch (error) {
        if (error instanceof SigningKeyUnavailable) return park(platform, payload, error);
        throw error;
      }
      atMoment('signed');
    } else if (stage === 'verify') {
      await verifySigned(platform, payload);
      atMoment('verified');
    } else {
      await publishVerified(platform, payload);
      atMoment('published');
    }
  }
  throw new Error(`The credential ${payload.credentialId} does not get published in ${mostSteps} steps.`);
};
