import { generateIssuerKey, issueCredential, verifyCredential } from '@testamur/credentials';

/**
 * Tries what is to be signed: with a key that is thrown away at once, the exact bytes are read, screened, canonicalized
 * in safe mode, signed, and verified as a stranger would. What fails here has cost no signature of the organization.
 *
 * @throws Error that says what is wrong with them. The status list is looked at once it is signed.
 */
export const lintUnsigned = async (unsigned: string, issuer: string, at: Date): Promise<void> => {
  const key = await generateIssuerKey({ controller: issuer });
  const signed = await issueCredential({ credential: JSON.parse(unsigned), signer: key, created: at });
  const report = await verifyCredential({
    credential: JSON.parse(JSON.stringify(signed)),
    at,
    resolveKey: (id) => ({ id, controller: issuer, publicKeyMultibase: key.publicKeyMultibase }),
  });
  const wrong = report.checks.filter(({ id, code, result }) =>
    id === 'status' ? code !== 'status-list-missing' : result !== 'passed',
  );
  if (wrong.length > 0) {
    throw new Error(`The credential is not fit to be signed: ${wrong.map(({ detail }) => detail).join(' ')}`);
  }
};
