import { load } from '../../loading/load.ts';
import { csvResponse } from '../../staff/csv-response.ts';
import { messages as staffMessages } from '../../staff/messages.ts';
import { staffPlace } from '../../staff/place.ts';
import { roleWords } from '../../staff/roles.ts';
import { textIn } from '../../text/format.ts';
import { localeOf } from '../../text/locale-of.ts';
import type { Route } from './+types/members-csv';
import { messages } from './messages.ts';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const { organization } = staffPlace(args, inside);
  const locale = localeOf(args.request);
  const t = textIn(locale, messages);
  const role = textIn(locale, staffMessages);
  const { members } = await inside.api.identity.listMembers({ organization });
  return csvResponse(
    'people',
    [t('name'), t('email'), t('roles'), t('since')],
    members.map(({ name, email, roles, since }) => [
      name,
      email,
      roles.map((each) => role(roleWords(each))).join('; '),
      since,
    ]),
  );
});
