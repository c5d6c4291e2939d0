import type { Inside } from '../../loading/load.ts';
import { staffPlace } from '../../staff/place.ts';
import { countCredentials, countSigned, findKey } from './key-list.ts';

type At = Parameters<typeof staffPlace>[0];

/** The keys, and how many credentials a rotation has behind it: for who asks for one and who answers. */
export const loadRotation = async (args: At, inside: Inside) => {
  const place = staffPlace(args, inside);
  const { organization, base, personId } = place;
  const [list, credentials] = await Promise.all([
    inside.api.issuers.listIssuerKeys({ organization }),
    countCredentials(inside.api, place),
  ]);
  return { list, credentials, path: `${base}/keys`, personId };
};

/** One key, and how many credentials it signed: for who reports a compromise and who answers. */
export const loadCompromise = async (
  args: Omit<At, 'params'> & { readonly params: At['params'] & { readonly keyId: string } },
  inside: Inside,
) => {
  const place = staffPlace(args, inside);
  const { organization, base, personId } = place;
  const { keyId } = args.params;
  const [list, signed] = await Promise.all([
    inside.api.issuers.listIssuerKeys({ organization }),
    countSigned(inside.api, place, keyId),
  ]);
  const key = findKey(list, keyId, inside.request.id);
  return { key, signed, path: `${base}/keys/${key.id}`, personId };
};
