const endpoint = (path: string): string => `/api/auth/passkey/${path}`;

const ask = async (path: string, init?: RequestInit): Promise<unknown> => {
  const response = await fetch(endpoint(path), init);
  if (!response.ok) throw new Error(`The passkey was refused with ${response.status}.`);
  return response.json();
};

const send = (path: string, body: unknown): Promise<unknown> =>
  ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

/** Runs the sign-in ceremony; the session cookie comes with the answer. */
export const signInWithPasskey = async (): Promise<void> => {
  const options = (await ask('generate-authenticate-options')) as PublicKeyCredentialRequestOptionsJSON;
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  const credential = await navigator.credentials.get({ publicKey });
  if (!(credential instanceof PublicKeyCredential)) throw new Error('No passkey was chosen.');
  await send('verify-authentication', { response: credential.toJSON() });
};

/** Runs the registration ceremony for the person who is signed in. */
export const addPasskey = async (name: string): Promise<void> => {
  const options = (await ask('generate-register-options')) as PublicKeyCredentialCreationOptionsJSON;
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  const credential = await navigator.credentials.create({ publicKey });
  if (!(credential instanceof PublicKeyCredential)) throw new Error('No passkey was made.');
  await send('verify-registration', { response: credential.toJSON(), name });
};
