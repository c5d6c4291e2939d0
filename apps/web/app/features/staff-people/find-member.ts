import type { Api } from '../../api.ts';
import { refuse } from '../../loading/refusal.ts';

/** A member by their id, or the page that says there is none. */
export const findMember = async (api: Api, organization: string, personId: string, requestId: string) => {
  const { members } = await api.identity.listMembers({ organization });
  const member = members.find((each) => each.personId === personId);
  if (!member) throw refuse(404, { code: 'web.not-found', message: '', requestId });
  return member;
};
