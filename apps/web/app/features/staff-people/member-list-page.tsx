import { data } from 'react-router';
import { ActForm } from '../../forms/act-form.tsx';
import { invalidForm, refusedForm } from '../../forms/form-problem.ts';
import { once } from '../../forms/idempotency.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { act, load } from '../../loading/load.ts';
import { refuse } from '../../loading/refusal.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { FileField } from '../../parts/file-field.tsx';
import { Page } from '../../parts/page.tsx';
import { Time } from '../../parts/time.tsx';
import { holds, staffPlace } from '../../staff/place.ts';
import { textIn } from '../../text/format.ts';
import { localeOf } from '../../text/locale-of.ts';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/member-list-page';
import { messages } from './messages.ts';
import { memberPrices } from './payer-classes.ts';

const maxBytes = 5_000_000;

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const place = staffPlace(args, inside);
  const { organization, base } = place;
  const { payerClass } = args.params;
  const price = (await memberPrices(inside.api, organization)).find(({ id }) => id === payerClass);
  if (!price) throw refuse(404, { code: 'web.not-found', message: '', requestId: inside.request.id });
  const roll = await inside.api.candidacies.getMemberRoll({ organization, payerClass });
  return { base, price, roll, replaces: holds(place, 'finance', 'administrator') };
});

export const action = act(async (args: Route.ActionArgs, inside) => {
  const { organization } = staffPlace(args, inside);
  const form = await args.request.formData();
  const t = textIn(localeOf(args.request), messages);
  const file = form.get('csv');
  if (!(file instanceof File) || file.size === 0) return invalidForm(form, [{ name: 'csv', message: t('chooseFile') }]);
  if (file.size > maxBytes) return invalidForm(form, [{ name: 'csv', message: t('tooLarge') }]);
  try {
    const roll = { organization, payerClass: args.params.payerClass, csv: await file.text() };
    return data({ replaced: await inside.api.candidacies.importMemberRoll(roll, once(form)) });
  } catch (error) {
    // Each line that is wrong is about the one file.
    return refusedForm(form, error, () => 'csv');
  }
});

export default function MemberListPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const { base, price, roll, replaces } = loaderData;
  const problem = actionData && 'errors' in actionData ? actionData : undefined;
  const replaced = actionData && 'replaced' in actionData ? actionData.replaced : undefined;
  return (
    <Page
      title={t('listTitle', { label: price.label })}
      back={<BackLink to={`${base}/member-lists`}>{t('listBack')}</BackLink>}
      problem={problem}
    >
      {replaced && (
        <p role="status">
          <strong>{t('replaced', { members: replaced.members, verified: replaced.verifiedNow })}</strong>
        </p>
      )}
      <p>
        {roll.importedAt ? (
          <>
            {t('listNow', { members: roll.members })}{' '}
            {t.rich('listImported', { date: <Time key="at" at={roll.importedAt} /> })}
          </>
        ) : (
          t('listNever')
        )}
      </p>
      {replaces && (
        <ActForm files>
          <p>{t('replaceEffect')}</p>
          <FileField
            name="csv"
            label={t('file')}
            hint={t('fileHint', { columns: 'member_number,email,valid_until' })}
            accept={['.csv']}
            maxMegabytes={5}
          />
          <SubmitButton>{t('replace')}</SubmitButton>
        </ActForm>
      )}
    </Page>
  );
}
