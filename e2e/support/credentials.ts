import { apiAs } from './api.ts';

/** The credential of one of the demonstration's people. */
export const certificateOf = async (mailbox: string) => {
  const { credentials } = await (await apiAs(mailbox)).credentialing.listMyCredentials({});
  const [credential] = credentials;
  if (!credential) throw new Error(`${mailbox} has no credential.`);
  return credential;
};

/** Its signed document, byte for byte. */
export const documentOf = async (mailbox: string): Promise<string> => {
  const { id: credentialId } = await certificateOf(mailbox);
  const file = await (await apiAs(mailbox)).credentialing.getCredentialDocument({ credentialId });
  return file.text();
};
