import { randomBytes } from 'node:crypto';
import { contentOfCredential, issueJwtCredential, issueSdJwtCredential, presentSdJwt } from '@testamur/credentials';
import { Problem } from '../../../kernel/index.ts';
import type { Scope } from '../../../platform/http/index.ts';
import { openSigner, SigningKeyUnavailable } from '../issuance/signer.ts';
import type { StatusConfig } from '../status/lists.ts';
import { loadToShow } from './show.ts';

const notNow = (): Problem =>
  new Problem(
    'conflict',
    'credentialing.signing-unavailable',
    'It cannot be signed at the moment, because the key of the certifying body does not answer. Try again in a few minutes; the digital credential (JSON) can be had now.',
  );

/** The key that signs now, or a refusal that says to try again. */
export const withSigner = async <T>(
  scope: Scope,
  config: StatusConfig,
  work: (signer: Awaited<ReturnType<typeof openSigner>>['signer']) => Promise<T>,
): Promise<T> => {
  try {
    const { signer } = await openSigner(scope, config);
    return await work(signer);
  } catch (error) {
    if (error instanceof SigningKeyUnavailable) throw notNow();
    throw error;
  }
};

/** The credential without its proof, as the token takes the place of one; an issuer that moved signs as it is now. */
const contentToSign = (document: string, controller: string): Record<string, unknown> => {
  const { proof: _, ...content } = JSON.parse(document) as Record<string, unknown>;
  const { issuer } = content;
  return {
    ...content,
    issuer: typeof issuer === 'object' && issuer !== null ? { ...issuer, id: controller } : controller,
  };
};

/**
 * The credential as a token (VC-JOSE-COSE). Signed anew at each request, with the key that is current then; id, dates and
 * status entry are those of the document, so that both are revoked together. Nothing of it is kept.
 */
export const getCredentialJwt = async (scope: Scope, config: StatusConfig, credentialId: string): Promise<File> => {
  const {
    credential: { number, document },
  } = await loadToShow(scope, credentialId);
  const token = await withSigner(scope, config, (signer) =>
    issueJwtCredential({ credential: contentToSign(document, signer.controller), signer, issuedAt: scope.now }),
  );
  return new File([token], `${number}.jwt`, { type: 'application/vc+jwt' });
};

/** What a holder may show or keep back, and the claims that it stands for. */
export const shownParts = {
  name: ['name'],
  number: ['license_number'],
  awarded: ['awarded_date'],
  dates: ['valid_from', 'valid_until'],
  edition: ['edition'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ShownPart = keyof typeof shownParts;

/**
 * A text that shows some parts of a credential and proves them (SD-JWT VC). Title, body, dates of validity and the entry
 * in the status list are in it always: without them nobody could tell whether it holds.
 */
export const shareParts = async (
  scope: Scope,
  config: StatusConfig,
  { credentialId, parts }: { readonly credentialId: string; readonly parts: readonly ShownPart[] },
): Promise<string> => {
  const {
    credential: { document },
  } = await loadToShow(scope, credentialId);
  return withSigner(scope, config, async (signer) => {
    const credential = contentToSign(document, signer.controller);
    const { content } = contentOfCredential(credential);
    const token = await issueSdJwtCredential({
      credential,
      signer,
      vct: String(content.program),
      issuedAt: scope.now,
      salt: () => randomBytes(16).toString('base64url'),
      decoys: 4,
    });
    const disclose = parts.flatMap((part) => shownParts[part]).filter((name) => Object.hasOwn(content, name));
    return presentSdJwt({ token, disclose });
  });
};
