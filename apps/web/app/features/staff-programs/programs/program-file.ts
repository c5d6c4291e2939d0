import { fileResponse } from '../../../loading/file-response.ts';
import { load } from '../../../loading/load.ts';
import { refuse } from '../../../loading/refusal.ts';
import { staffPlace } from '../../../staff/place.ts';
import type { Route } from './+types/program-file';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const { organization } = staffPlace(args, inside);
  const { programId, edition } = args.params;
  const { editions } = await inside.api.programs.listEditions({ organization, programId });
  const found = editions.find((one) => one.edition === edition);
  if (!found) throw refuse(404, { code: 'web.not-found', message: '', requestId: inside.request.id });
  return fileResponse(new File([found.yaml], `${programId}-${edition}.yaml`, { type: 'application/yaml' }));
});
