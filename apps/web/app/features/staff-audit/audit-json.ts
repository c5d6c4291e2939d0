import { fileResponse } from '../../loading/file-response.ts';
import { load } from '../../loading/load.ts';
import { staffPlace } from '../../staff/place.ts';
import type { Route } from './+types/audit-json';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const { organization } = staffPlace(args, inside);
  const chain = await inside.api.audit.exportEntries({ organization });
  return fileResponse(
    new File([JSON.stringify(chain, null, 1)], `audit-${organization}.json`, { type: 'application/json' }),
  );
});
