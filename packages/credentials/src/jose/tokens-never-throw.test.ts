import fc from 'fast-check';
import { expect, it } from 'vitest';
import { saltsFrom } from '../../test/salts.ts';
import { input, key, resolveKey, WITHIN } from '../../test/sample.ts';
import { buildAchievementCredential, type VerificationReport } from '../index.ts';
import { issueSdJwtCredential } from '../sd-jwt/issue.ts';
import { verifySdJwtCredential } from '../sd-jwt/verify.ts';
import { verifyEnveloped } from './enveloped.ts';
import { issueJwtCredential } from './issue.ts';
import { verifyJwtPresentation } from './presentation.ts';
import { signCompactJws } from './sign.ts';
import { verifyJwtCredential } from './verify.ts';

const credential = buildAchievementCredential({ ...input, status: [] });
const jwt = await issueJwtCredential({ credential, signer: key });
const common = { signer: key, vct: 'https://example.org/t', issuedAt: WITHIN, salt: saltsFrom('throw') };
const sdJwt = await issueSdJwtCredential({ ...common, credential, decoys: 2 });
const means = { at: WITHIN, resolveKey };

/** The reports of every door through which a token comes in. */
async function reportsOn(value: unknown): Promise<VerificationReport[]> {
  return [
    await verifyJwtCredential({ token: value, ...means }),
    await verifyJwtPresentation({ token: value, ...means }),
    await verifySdJwtCredential({ token: value, ...means }),
    await verifyEnveloped({ enveloped: value, ...means }),
    await verifyEnveloped({ enveloped: { type: 'EnvelopedVerifiableCredential', id: value }, ...means }),
  ];
}

it('any value gets a report of six checks, and is not verified', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.anything(),
        fc.string(),
        fc.base64String().map((text) => `${text}.${text}.${text}~`),
      ),
      async (value) => {
        for (const report of await reportsOn(value)) {
          expect(report.checks).toHaveLength(6);
          expect(report.verified).toBe(false);
        }
      },
    ),
    { numRuns: 300 },
  );
});

it('so does any payload that the issuer itself has signed', async () => {
  const types = fc.constantFrom('vc+jwt', 'vp+jwt', 'dc+sd-jwt', 'JWT');
  const names = fc.constantFrom(
    'iss',
    'vct',
    '_sd',
    '...',
    '@context',
    'type',
    'exp',
    'cnf',
    'status',
    'verifiableCredential',
    '__proto__',
  );
  const payloads = fc.dictionary(names, fc.jsonValue({ maxDepth: 3 }), { maxKeys: 6 });
  await fc.assert(
    fc.asyncProperty(types, payloads, async (typ, payload) => {
      const token = await signCompactJws({
        header: { typ },
        payload: JSON.parse(JSON.stringify(payload)),
        signer: key,
      });
      for (const report of [...(await reportsOn(token)), ...(await reportsOn(`${token}~`))]) {
        expect(report.checks).toHaveLength(6);
      }
    }),
    { numRuns: 200 },
  );
});

it('any change of one character of a token is refused', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(jwt.length - 1),
      fc.nat(sdJwt.length - 1),
      fc.constantFrom(...'AQgwz09-_.~ '),
      async (a, b, character) => {
        const change = (text: string, at: number) => `${text.slice(0, at)}${character}${text.slice(at + 1)}`;
        if (jwt[a] !== character) {
          expect((await verifyJwtCredential({ token: change(jwt, a), ...means })).verified).toBe(false);
        }
        if (sdJwt[b] !== character) {
          expect((await verifySdJwtCredential({ token: change(sdJwt, b), ...means })).verified).toBe(false);
        }
      },
    ),
    { numRuns: 400 },
  );
});
