import { type JsonObject, type Signer, statusEntry } from '@testamur/credentials';

/** What the successor of a document points to and who issues it: all else is taken over as it stands. */
export interface SuccessorOrder {
  /** The exact bytes of the document that is replaced. */
  readonly document: string;
  readonly issuer: string;
  readonly listUrl: string;
  readonly index: number;
}

/**
 * The same credential, ready to be signed again: the same id and number, the same content, another status entry. An id
 * names a credential, not its signature: a wallet that gets the successor puts it in the place of what it had
 * (Open Badges 3.0, credential equality).
 */
export const successorOf = ({ document, issuer, listUrl, index }: SuccessorOrder): JsonObject => {
  const { proof: _, ...said }: JsonObject = JSON.parse(document);
  const issued =
    typeof said.issuer === 'object' && !Array.isArray(said.issuer) ? { ...said.issuer, id: issuer } : issuer;
  return { ...said, issuer: issued, credentialStatus: statusEntry({ purpose: 'revocation', listUrl, index }) };
};

export interface Signing {
  readonly signer: Signer;
  readonly created: Date;
}
