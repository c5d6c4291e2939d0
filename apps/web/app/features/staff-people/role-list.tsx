import { CheckList } from '../../parts/radio-list.tsx';
import { messages as staffMessages } from '../../staff/messages.ts';
import { type Role, roles, roleWords } from '../../staff/roles.ts';
import { useText } from '../../text/use-text.ts';
import { messages } from './messages.ts';

/** Any of the roles. */
export const RoleList = ({ held = [] }: { held?: readonly Role[] }) => {
  const t = useText(messages);
  const role = useText(staffMessages);
  return (
    <CheckList
      name="roles"
      legend={t('roles')}
      hint={t('rolesHint')}
      options={roles.map((each) => ({ value: each, label: role(roleWords(each)) }))}
      defaultValues={held}
    />
  );
};
