import { issueCredential, type VerificationReport, verifyCredential } from '@testamur/credentials';
import { issuerKeys, openCurrentKey } from '../index.ts';
import { sampleCredential } from './sample-credential.ts';
import type { World } from './world.ts';

/** A credential that the organization signs now, with the id of the key. */
export const issue = (world: World): Promise<{ readonly keyId: string; readonly credential: object }> =>
  world.within(async (scope) => {
    const { keyId, signer } = await openCurrentKey(scope, world.config, world.did);
    const credential = sampleCredential(world.did);
    const cryptosuite = signer.algorithm === 'P-256' ? 'ecdsa-rdfc-2019' : 'eddsa-rdfc-2022';
    return { keyId, credential: await issueCredential({ credential, signer, created: scope.now, cryptosuite }) };
  });

/** What the installation itself says of a credential now. */
export const verify = (world: World, credential: object): Promise<VerificationReport> =>
  world.within(async (scope) =>
    verifyCredential({ credential, at: '2027-06-01T00:00:00Z', resolveKey: await issuerKeys(scope) }),
  );

/** The code of the check of its signature. */
export const proofCode = async (world: World, credential: object): Promise<string | undefined> =>
  (await verify(world, credential)).checks.find(({ id }) => id === 'proof')?.code;
