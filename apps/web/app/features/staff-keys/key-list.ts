import type { Api } from '../../api.ts';
import { refuse } from '../../loading/refusal.ts';
import { holds, type StaffPlace } from '../../staff/place.ts';

export type KeyList = Awaited<ReturnType<Api['issuers']['listIssuerKeys']>>;
export type SigningKey = KeyList['keys'][number];

/** All that was issued. */
export const countCredentials = async (api: Api, { organization }: StaffPlace): Promise<number> =>
  (await api.credentialing.listCredentials({ organization, page: 1, query: '' })).total;

/** What a withdrawal of the key would touch. */
export const countSigned = async (api: Api, { organization }: StaffPlace, keyId: string): Promise<number> =>
  (await api.credentialing.countSignedByKey({ organization, keyId })).signed;

/** A key of the organization, by its id in the address. */
export const findKey = ({ keys }: KeyList, keyId: string, requestId: string): SigningKey => {
  const key = keys.find(({ id }) => id === keyId);
  if (!key) throw refuse(404, { code: 'web.not-found', message: '', requestId });
  return key;
};

/** Administrators ask; program managers are second persons as well. */
export const asks = (place: StaffPlace): boolean => holds(place, 'administrator');
export const answers = (place: StaffPlace): boolean => holds(place, 'administrator', 'program-manager');
