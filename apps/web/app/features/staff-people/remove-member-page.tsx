import { redirect } from 'react-router';
import { ActForm } from '../../forms/act-form.tsx';
import { refusedForm } from '../../forms/form-problem.ts';
import { once } from '../../forms/idempotency.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { act, load } from '../../loading/load.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { Page } from '../../parts/page.tsx';
import { staffPlace } from '../../staff/place.ts';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/remove-member-page';
import { findMember } from './find-member.ts';
import { messages } from './messages.ts';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const { organization, base } = staffPlace(args, inside);
  return { base, member: await findMember(inside.api, organization, args.params.personId, inside.request.id) };
});

export const action = act(async (args: Route.ActionArgs, inside) => {
  const { organization, base } = staffPlace(args, inside);
  const form = await args.request.formData();
  try {
    await inside.api.identity.removeMember({ organization, personId: args.params.personId }, once(form));
  } catch (error) {
    return refusedForm(form, error, () => '');
  }
  throw redirect(`${base}/settings`);
});

export default function RemoveMemberPage({ loaderData: { base, member }, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const { personId, name } = member;
  return (
    <Page
      title={t('removeTitle', { name })}
      lead={t('removeLead')}
      back={<BackLink to={`${base}/settings/members/${personId}`}>{t('member')}</BackLink>}
      problem={actionData}
    >
      <p>{t('removeEffect', { name })}</p>
      <ActForm>
        <SubmitButton weight="grave">{t('removeButton', { name })}</SubmitButton>
      </ActForm>
    </Page>
  );
}
