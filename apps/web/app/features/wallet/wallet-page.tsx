import { Link } from 'react-router';
import { ActForm } from '../../forms/act-form.tsx';
import { invalidForm, refusedForm } from '../../forms/form-problem.ts';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { act, load } from '../../loading/load.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { ButtonRow } from '../../parts/button-row.tsx';
import { Disclosure } from '../../parts/disclosure.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Page } from '../../parts/page.tsx';
import { Panel } from '../../parts/panel.tsx';
import { RadioList } from '../../parts/radio-list.tsx';
import { textIn } from '../../text/format.ts';
import { localeOf } from '../../text/locale-of.ts';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/wallet-page';
import { DeliveryList } from './delivery-list.tsx';
import { messages } from './messages.ts';
import { OfferPart } from './offer-part.tsx';
import styles from './wallet.module.css';

const formats = ['dc+sd-jwt', 'ldp_vc', 'jwt_vc_json'] as const;
const inForce: ReadonlySet<string> = new Set(['active', 'renewal-due', 'in-grace']);

export const loader = load(async ({ params: { credentialId } }: Route.LoaderArgs, { api }) => {
  const { id, title, state } = await api.credentialing.getCredential({ credentialId });
  const { deliveries } = await api.wallets.listWalletDeliveries({ credentialId });
  return { id, title, holds: inForce.has(state), deliveries };
});

export const action = act(async ({ request, params: { credentialId } }: Route.ActionArgs, { api }) => {
  const form = await request.formData();
  const format = formats.find((one) => one === (form.get('format') ?? formats[0]));
  if (format === undefined) {
    return invalidForm(form, [{ name: 'format', message: textIn(localeOf(request), messages)('chooseFormat') }]);
  }
  try {
    return { offer: await api.wallets.createWalletOffer({ credentialId, format }) };
  } catch (error) {
    return refusedForm(form, error);
  }
});

const Make = ({ again }: { again: boolean }) => {
  const t = useText(messages);
  return (
    <ActForm>
      <p>{t(again ? 'another' : 'what')}</p>
      <Disclosure label={t('format')}>
        <RadioList
          name="format"
          legend={t('formatLegend')}
          defaultValue={formats[0]}
          options={formats.map((value) => ({ value, label: t(`format.${value}`), hint: t(`formatHint.${value}`) }))}
        />
      </Disclosure>
      <ButtonRow>
        <SubmitButton weight={again ? 'other' : 'main'}>{t(again ? 'makeAnother' : 'make')}</SubmitButton>
      </ButtonRow>
    </ActForm>
  );
};

/** From here to the phone: the code, once, and where the credential went before. */
export default function WalletPage({ loaderData: { id, title, holds, deliveries }, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const offer = actionData && 'offer' in actionData ? actionData.offer : undefined;
  const problem = actionData && 'errors' in actionData ? actionData : undefined;
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      back={<BackLink to={`/me/credentials/${id}`}>{title}</BackLink>}
      problem={problem}
      aside={
        <Panel title={t('learns')}>
          <ul className={styles.learns}>
            <li>{t('learnsContent')}</li>
            <li>{t('learnsAddress')}</li>
            <li>{t('learnsUse')}</li>
            <li>{t('learnsKey')}</li>
            <li>{t('learnsEnd')}</li>
          </ul>
        </Panel>
      }
    >
      {offer && (
        <>
          <p role="status" className="t-hidden">
            {t('ready')}
          </p>
          <OfferPart offer={offer} />
          <p>
            <Link to={`/me/credentials/${id}/wallet`}>{t('arrived')}</Link>
          </p>
        </>
      )}
      {holds ? <Make again={offer !== undefined} /> : <EmptyState title={t('notInForce')} />}
      <DeliveryList deliveries={deliveries} />
    </Page>
  );
}
