import type { Signer } from '../keys.ts';

/**
 * What there is, as a conformance suite must be told it: addresses, and for each cryptosuite the identifier of the
 * issuer.
 */
export function describeApi(
  baseUrl: string,
  signers: readonly Signer[],
  suites: readonly { readonly name: string; readonly signer: Signer }[],
): object {
  const endpoints = (prefix: string) => ({
    issue: `${baseUrl}${prefix}/credentials/issue`,
    verify: `${baseUrl}${prefix}/credentials/verify`,
    verifyPresentation: `${baseUrl}${prefix}/presentations/verify`,
    status: `${baseUrl}${prefix}/credentials/status`,
  });
  return {
    ...endpoints(''),
    keys: signers.map(({ algorithm, controller, verificationMethod }) => ({
      algorithm,
      id: controller,
      verificationMethod,
    })),
    cryptosuites: suites.map(({ name, signer }) => ({
      cryptosuite: name,
      id: signer.controller,
      ...endpoints(`/${name}`),
    })),
  };
}
