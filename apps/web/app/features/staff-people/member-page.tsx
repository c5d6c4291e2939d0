import { redirect } from 'react-router';
import { ActForm } from '../../forms/act-form.tsx';
import { invalidForm, refusedForm } from '../../forms/form-problem.ts';
import { once } from '../../forms/idempotency.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { act, load } from '../../loading/load.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { ButtonRow } from '../../parts/button-row.tsx';
import { LinkButton } from '../../parts/link-button.tsx';
import { Page } from '../../parts/page.tsx';
import { Time } from '../../parts/time.tsx';
import { Note } from '../../staff/note.tsx';
import { holds, staffPlace } from '../../staff/place.ts';
import { rolesOf } from '../../staff/roles.ts';
import { textIn } from '../../text/format.ts';
import { localeOf } from '../../text/locale-of.ts';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/member-page';
import { findMember } from './find-member.ts';
import { messages } from './messages.ts';
import { RoleList } from './role-list.tsx';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const place = staffPlace(args, inside);
  const member = await findMember(inside.api, place.organization, args.params.personId, inside.request.id);
  return { base: place.base, member, administers: holds(place, 'administrator') };
});

export const action = act(async (args: Route.ActionArgs, inside) => {
  const { organization, base } = staffPlace(args, inside);
  const form = await args.request.formData();
  const roles = rolesOf(form);
  if (roles.length === 0) {
    return invalidForm(form, [{ name: 'roles', message: textIn(localeOf(args.request), messages)('chooseRoles') }]);
  }
  try {
    await inside.api.identity.setMemberRoles({ organization, personId: args.params.personId, roles }, once(form));
  } catch (error) {
    return refusedForm(form, error, () => 'roles');
  }
  throw redirect(`${base}/settings`);
});

export default function MemberPage({ loaderData: { base, member, administers }, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const { personId, name, email, since, roles } = member;
  return (
    <Page
      title={name}
      lead={t.rich('memberLead', { email, date: <Time key="since" at={since} show="day" /> })}
      back={<BackLink to={`${base}/settings`}>{t('back')}</BackLink>}
      problem={actionData}
    >
      {administers ? (
        <ActForm>
          <RoleList held={roles} />
          <ButtonRow>
            <SubmitButton>{t('saveRoles')}</SubmitButton>
            <LinkButton to={`${base}/settings/members/${personId}/remove`} weight="other">
              {t('remove')}
            </LinkButton>
          </ButtonRow>
        </ActForm>
      ) : (
        <Note title={t('readOnly')} />
      )}
    </Page>
  );
}
