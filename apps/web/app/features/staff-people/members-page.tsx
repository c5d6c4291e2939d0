import { redirect } from 'react-router';
import { ActForm } from '../../forms/act-form.tsx';
import { refusedForm } from '../../forms/form-problem.ts';
import { once } from '../../forms/idempotency.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { act, load } from '../../loading/load.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { LinkButton } from '../../parts/link-button.tsx';
import { Page } from '../../parts/page.tsx';
import { Time } from '../../parts/time.tsx';
import { ExportLink } from '../../staff/export-link.tsx';
import { messages as staffMessages } from '../../staff/messages.ts';
import { holds, staffPlace } from '../../staff/place.ts';
import { type Role, roleWords } from '../../staff/roles.ts';
import styles from '../../staff/staff.module.css';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/members-page';
import { messages } from './messages.ts';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const place = staffPlace(args, inside);
  const { organization, base } = place;
  const [people, { name, now }] = await Promise.all([
    inside.api.identity.listMembers({ organization }),
    inside.api.identity.getOrganization({ organization }),
  ]);
  return { ...people, base, now, organizationName: name, administers: holds(place, 'administrator') };
});

export const action = act(async (args: Route.ActionArgs, inside) => {
  const { organization } = staffPlace(args, inside);
  const form = await args.request.formData();
  try {
    const invitationId = String(form.get('invitationId'));
    await inside.api.identity.withdrawInvitation({ organization, invitationId }, once(form));
  } catch (error) {
    return refusedForm(form, error, () => '');
  }
  throw redirect(args.url.pathname);
});

export default function MembersPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const role = useText(staffMessages);
  const { members, invitations, base, now, organizationName, administers } = loaderData;
  const rolesIn = (held: readonly Role[]) => held.map((each) => role(roleWords(each))).join(', ');
  return (
    <Page
      title={t('title')}
      lead={t('lead', { organization: organizationName })}
      problem={actionData}
      acts={
        <>
          {administers && <LinkButton to={`${base}/settings/invite`}>{t('invite')}</LinkButton>}
          <ExportLink href={`${base}/settings/export.csv`} count={members.length} />
        </>
      }
    >
      <DataTable
        caption={t('caption')}
        rows={members}
        keyOf={({ personId }) => personId}
        {...(administers
          ? { linkOf: ({ personId }: (typeof members)[number]) => `${base}/settings/members/${personId}` }
          : {})}
        empty={<EmptyState title={t('nobody')} />}
        columns={[
          { id: 'name', header: t('name'), cell: (row) => row.name },
          { id: 'roles', header: t('roles'), speaksForItself: true, cell: (row) => rolesIn(row.roles) },
          { id: 'email', header: t('email'), line: 3, speaksForItself: true, cell: (row) => row.email },
          { id: 'since', header: t('since'), line: 3, cell: (row) => <Time at={row.since} show="day" /> },
        ]}
      />
      <h2>{t('invitations')}</h2>
      <DataTable
        caption={t('invitations')}
        rows={invitations}
        keyOf={({ id }) => id}
        empty={<p>{t('noInvitations')}</p>}
        columns={[
          { id: 'email', header: t('email'), cell: (row) => row.email },
          { id: 'roles', header: t('roles'), speaksForItself: true, cell: (row) => rolesIn(row.roles) },
          { id: 'ends', header: t('ends'), line: 3, cell: (row) => <Time at={row.expiresAt} show="day" now={now} /> },
          {
            id: 'withdraw',
            header: t('withdraw'),
            line: 3,
            speaksForItself: true,
            cell: (row) =>
              administers && (
                <span className={styles.rowAct}>
                  <ActForm>
                    <input type="hidden" name="invitationId" value={row.id} />
                    <SubmitButton weight="other" about={row.email}>
                      {t('withdraw')}
                    </SubmitButton>
                  </ActForm>
                </span>
              ),
          },
        ]}
      />
    </Page>
  );
}
