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
import { textIn } from '../../text/format.ts';
import { localeOf } from '../../text/locale-of.ts';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/publish-page';
import { messages } from './messages.ts';

export const loader = load((args: Route.LoaderArgs, inside) => ({ base: staffPlace(args, inside).base }));

export const action = act(async (args: Route.ActionArgs, inside) => {
  const { organization, base } = staffPlace(args, inside);
  const form = await args.request.formData();
  const yaml = String(form.get('yaml') ?? '');
  if (yaml.trim() === '') {
    return invalidForm(form, [{ name: 'yaml', message: textIn(localeOf(args.request), messages)('pasteFile') }]);
  }
  let programId: string;
  try {
    ({ programId } = await inside.api.programs.publishEdition({ organization, yaml }, once(form)));
  } catch (error) {
    return refusedForm(form, error, () => 'yaml');
  }
  throw redirect(`${base}/programs/${programId}`);
});

export default function PublishPage({ loaderData: { base }, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  return (
    <Page
      title={t('publish')}
      lead={t('publishLead')}
      back={<BackLink to={`${base}/programs`}>{t('toPrograms')}</BackLink>}
      problem={actionData}
    >
      <ActForm>
        <Field name="yaml" label={t('yaml')} hint={t('yamlHint')} lines={24} />
        <SubmitButton>{t('publish')}</SubmitButton>
      </ActForm>
    </Page>
  );
}
