import { fileResponse } from '../../loading/file-response.ts';
import { load } from '../../loading/load.ts';
import { staffPlace } from '../../staff/place.ts';
import type { Route } from './+types/chain';

/** The chain with the material that its seals are made of, for the offline verifier. */
export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const { organization } = staffPlace(args, inside);
  const chain = await inside.api.audit.exportEntries({ organization });
  const name = `audit-${organization}.json`;
  return fileResponse(new File([`${JSON.stringify(chain, null, 2)}\n`], name, { type: 'application/json' }));
});
