import { minuteMs } from '../../../kernel/index.ts';
import { type Certified, certify } from '../../credentialing/testing/life.ts';
import { createWorld, type World } from '../../credentialing/testing/world.ts';
import { createOrganization } from '../../identity/index.ts';
import { preAuthorizedGrant } from '../protocol/metadata.ts';
import { serve } from './served.ts';
import { newWalletKey, signedToken } from './wallet.ts';

export const issuer = 'https://testamur.example/api/wallets/association';
export const anotherIssuer = issuer.replace('association', 'another');

export const answerOf = async (response: Response) => ({
  status: response.status,
  ...((await response.json()) as object),
});

const certifiedIn = async (world: World): Promise<Certified> => {
  await world.platform.db.system((trx) =>
    createOrganization(trx, { slug: 'another', name: 'Another Body', kind: 'live' }),
  );
  return certify(world, await world.person('Mara Decider', { roles: ['program-manager'] }));
};

/** What a wallet sends, piece by piece, so that each piece can be wrong. */
export const createAttacker = async () => {
  const world = await createWorld({ startAt: new Date().toISOString() });
  const served = await serve(world);
  const certified = await certifiedIn(world);
  const key = newWalletKey('P-256', 'jwk');
  let at = Date.now();

  const post = (url: string, init: RequestInit) => served.fetch(url, { method: 'POST', ...init });
  const makeOffer = async () => {
    const { credentialId } = certified;
    const offer = await certified.holder.api.wallets.createWalletOffer({ credentialId });
    const read: unknown = await (await served.fetch(offer.offerUrl)).json();
    const { grants } = read as { grants: Record<string, { 'pre-authorized_code': string }> };
    return { ...offer, code: grants[preAuthorizedGrant]?.['pre-authorized_code'] ?? '' };
  };
  const askToken = (code: string, transactionCode: string, { to = issuer, headers = {} } = {}) =>
    post(`${to}/token`, {
      headers,
      body: new URLSearchParams({
        grant_type: preAuthorizedGrant,
        'pre-authorized_code': code,
        tx_code: transactionCode,
      }),
    });
  const getToken = async () => {
    const { code, transactionCode } = await makeOffer();
    const { access_token: token } = (await (await askToken(code, transactionCode)).json()) as { access_token: string };
    return token;
  };
  const getNonce = async (from = issuer): Promise<string> =>
    ((await (await post(`${from}/nonce`, {})).json()) as { c_nonce: string }).c_nonce;
  const seconds = () => Math.floor(world.now().getTime() / 1000);
  const proof = (nonce: string, { header = {}, payload = {} }: { header?: object; payload?: object } = {}) =>
    signedToken(
      key,
      { alg: key.alg, typ: 'openid4vci-proof+jwt', jwk: key.jwk, ...header },
      { aud: issuer, iat: seconds(), nonce, ...payload },
    );
  const askCredential = (token: string, proofs: unknown, { to = issuer, headers = {} } = {}) =>
    post(`${to}/credential`, {
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ credential_configuration_id: `${world.programId}.dc+sd-jwt`, proofs }),
    });

  return {
    world,
    certified,
    key,
    fetch: served.fetch,
    post,
    makeOffer,
    askToken,
    getToken,
    getNonce,
    seconds,
    proof,
    askCredential,
    /** Goes on by some minutes: so many offers in one hour nobody gets. */
    later: () => {
      at += 5 * minuteMs;
      world.setClock(new Date(at));
    },
    close: async () => {
      await served.close();
      await world.close();
    },
  };
};

export type Attacker = Awaited<ReturnType<typeof createAttacker>>;
