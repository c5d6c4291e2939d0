import { redirect } from 'react-router';
import { ActForm } from '../../forms/act-form.tsx';
import { invalidForm, refusedForm } from '../../forms/form-problem.ts';
import { once } from '../../forms/idempotency.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { act, load } from '../../loading/load.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { Field } from '../../parts/field.tsx';
import { Page } from '../../parts/page.tsx';
import { staffPlace } from '../../staff/place.ts';
import { rolesOf } from '../../staff/roles.ts';
import { textIn } from '../../text/format.ts';
import { localeOf } from '../../text/locale-of.ts';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/invite-page';
import { messages } from './messages.ts';
import { RoleList } from './role-list.tsx';

export const loader = load((args: Route.LoaderArgs, inside) => ({ base: staffPlace(args, inside).base }));

export const action = act(async (args: Route.ActionArgs, inside) => {
  const { organization, base } = staffPlace(args, inside);
  const form = await args.request.formData();
  const t = textIn(localeOf(args.request), messages);
  const email = String(form.get('email') ?? '').trim();
  const roles = rolesOf(form);
  const errors = [
    ...(/^\S+@\S+\.\S+$/.test(email) ? [] : [{ name: 'email', message: t('enterEmail') }]),
    ...(roles.length > 0 ? [] : [{ name: 'roles', message: t('chooseRoles') }]),
  ];
  if (errors.length > 0) return invalidForm(form, errors);
  try {
    await inside.api.identity.inviteMember({ organization, email, roles }, once(form));
  } catch (error) {
    return refusedForm(form, error);
  }
  throw redirect(`${base}/settings`);
});

export default function InvitePage({ loaderData: { base }, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  return (
    <Page
      title={t('inviteTitle')}
      lead={t('inviteLead')}
      back={<BackLink to={`${base}/settings`}>{t('back')}</BackLink>}
      problem={actionData}
    >
      <ActForm>
        <Field name="email" kind="email" label={t('email')} width="medium" autoComplete="off" />
        <RoleList />
        <SubmitButton>{t('sendInvitation')}</SubmitButton>
      </ActForm>
    </Page>
  );
}
