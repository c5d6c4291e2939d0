import { findBundle, type Program, type Standing } from '@testamur/program';
import { Link } from 'react-router';
import { useDocument } from '../../document/document-context.ts';
import { load } from '../../loading/load.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { ButtonRow } from '../../parts/button-row.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { formatMoney } from '../../parts/format-money.ts';
import { LinkButton } from '../../parts/link-button.tsx';
import { Money } from '../../parts/money.tsx';
import { Page } from '../../parts/page.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Time } from '../../parts/time.tsx';
import { useSay } from '../../text/use-say.ts';
import { useText } from '../../text/use-text.ts';
import { chosenBundle, listBundles } from '../application/bundles.ts';
import { type Candidacy, candidacyPath, loadCandidacy } from '../application/candidacy.ts';
import { findSection, isEditable } from '../application/sections/sections.ts';
import type { Route } from './+types/fees-page';
import { Brings } from './brings.tsx';
import { Estimate, estimateFor } from './estimate.tsx';
import { type Invoice, invoiceIdsOf, invoicePath, openMinor } from './invoice.ts';
import { InvoiceLines } from './invoice-lines.tsx';
import { messages } from './messages.ts';

export const loader = load(async ({ params: { candidacyId } }: Route.LoaderArgs, { api }) => {
  const { candidacy, program } = await loadCandidacy(api, candidacyId);
  const invoices = await Promise.all(invoiceIdsOf(candidacy).map((invoiceId) => api.billing.getInvoice({ invoiceId })));
  return { candidacy, program, invoices };
});

export default function FeesPage({ loaderData: { candidacy, program, invoices } }: Route.ComponentProps) {
  const t = useText(messages);
  const { id, number, programTitle, standing } = candidacy;
  const open = invoices.filter(({ state }) => state === 'open');
  const past = invoices.filter(({ state }) => state !== 'open');
  const estimate = estimateFor(program, candidacy);
  const coming = standing.owed.filter(({ invoiceId }) => invoiceId === undefined);
  return (
    <Page
      title={t('title')}
      lead={t('lead', { program: programTitle, number })}
      back={<BackLink to={candidacyPath(id)}>{t('toStanding')}</BackLink>}
    >
      {open.length + coming.length === 0 && (
        <EmptyState title={t('nothing')}>
          <p>{t('nothingMore')}</p>
        </EmptyState>
      )}
      {open.map((invoice) => (
        <OpenInvoice key={invoice.id} candidacy={candidacy} program={program} invoice={invoice} />
      ))}
      {coming.length > 0 && <Coming owed={coming} />}
      <BundleNote candidacy={candidacy} program={program} />
      {estimate && <Estimate estimate={estimate} />}
      {past.length > 0 && <PastInvoices candidacyId={id} invoices={past} />}
      <h2>{t('refundPolicy')}</h2>
      <p>{program.policies.refund.text}</p>
    </Page>
  );
}

/** Where several fees can be paid at once: what is chosen, and where that is changed. */
const BundleNote = ({ candidacy, program }: { candidacy: Candidacy; program: Program }) => {
  const t = useText(messages);
  const { standing } = candidacy;
  const section = findSection(program, standing, 'bundle') ?? findSection(program, standing, '_bundle');
  if (section?.kind !== 'bundle' || !isEditable(section, standing)) return null;
  const chosen = findBundle(program, chosenBundle(candidacy) ?? '')?.title;
  const titles = listBundles(program, standing).map(({ title }) => title);
  return (
    <Panel title={t('bundle')}>
      <p>
        {chosen === undefined
          ? t('bundleOffered', { titles: titles.join(', ') })
          : t('bundleChosen', { title: chosen })}
      </p>
      <Link to={candidacyPath(candidacy.id, `/apply/${section.slug}`)}>{t('bundleChange')}</Link>
    </Panel>
  );
};

interface OpenInvoiceProps {
  candidacy: Candidacy;
  program: Program;
  invoice: Invoice;
}

const OpenInvoice = ({ candidacy, program, invoice }: OpenInvoiceProps) => {
  const candidacyId = candidacy.id;
  const now = candidacy.standing.at;
  const t = useText(messages);
  const { locale } = useDocument();
  const amount = formatMoney({ amountMinor: openMinor(invoice), currency: invoice.currency }, locale);
  return (
    <Panel title={t('invoice', { number: invoice.number })}>
      <InvoiceLines invoice={invoice} now={now} />
      <Brings program={program} candidacy={candidacy} invoiceId={invoice.id} />
      <ButtonRow>
        <LinkButton to={invoicePath(candidacyId, invoice.id, '/pay')}>{t('pay', { amount })}</LinkButton>
        <a href={invoicePath(candidacyId, invoice.id, '/receipt.pdf')}>{t('invoicePdf')}</a>
      </ButtonRow>
    </Panel>
  );
};

const Coming = ({ owed }: { owed: Standing['owed'] }) => {
  const t = useText(messages);
  const say = useSay();
  return (
    <Panel title={t('coming')}>
      <ul>
        {owed.map((one) => (
          <li key={owed.indexOf(one)}>
            {say(one.title)}: <Money amount={one} />. {say(one.reason)}
          </li>
        ))}
      </ul>
      <p>{t('comingWhy')}</p>
    </Panel>
  );
};

const PastInvoices = ({ candidacyId, invoices }: { candidacyId: string; invoices: readonly Invoice[] }) => {
  const t = useText(messages);
  return (
    <>
      <h2>{t('past')}</h2>
      <DataTable
        caption={t('past')}
        rows={invoices}
        keyOf={({ id }) => id}
        linkOf={({ id }) => invoicePath(candidacyId, id)}
        empty={null}
        columns={[
          { id: 'invoice', header: t('number'), cell: ({ number }) => number },
          { id: 'issued', header: t('issued'), cell: ({ issuedAt }) => <Time at={issuedAt} show="day" /> },
          { id: 'state', header: t('state'), cell: ({ state }) => t(`state.${state}`) },
          {
            id: 'total',
            header: t('total'),
            cell: ({ totalMinor, currency }) => <Money amount={{ amountMinor: totalMinor, currency }} />,
            numeric: true,
            line: 3,
          },
        ]}
      />
    </>
  );
};
