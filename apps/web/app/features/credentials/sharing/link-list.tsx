import type { Api } from '../../../api.ts';
import { ActForm } from '../../../forms/act-form.tsx';
import { SubmitButton } from '../../../forms/submit-button.tsx';
import { DataTable } from '../../../parts/data-table.tsx';
import { Time } from '../../../parts/time.tsx';
import { useText } from '../../../text/use-text.ts';
import { messages } from './messages.ts';

type ShareLink = Awaited<ReturnType<Api['credentialing']['listShareLinks']>>['links'][number];

const LinkState = ({ link: { state, expiresAt, endedAt } }: { link: ShareLink }) => {
  const t = useText(messages);
  const at = state === 'ended' ? endedAt : expiresAt;
  if (at === undefined) return t('state.always');
  return t.rich(`state.${state}`, { date: <Time key="at" at={at} show="day" /> });
};

const shown = ({ showsNumber, showsHistory }: ShareLink) => {
  if (showsNumber && showsHistory) return 'with.both';
  if (showsNumber) return 'with.number';
  return showsHistory ? 'with.history' : 'with.none';
};

/** The links of one credential: for whom, whether they work, how often they were opened. */
export const LinkList = ({ links }: { links: readonly ShareLink[] }) => {
  const t = useText(messages);
  return (
    <>
      <DataTable
        caption={t('links')}
        rows={links}
        keyOf={({ id }) => id}
        empty={null}
        columns={[
          { id: 'label', header: t('label'), cell: ({ label }) => label },
          { id: 'state', header: t('state'), cell: (link) => <LinkState link={link} />, speaksForItself: true },
          { id: 'with', header: t('with'), cell: (link) => t(shown(link)) },
          { id: 'opened', header: t('opened'), cell: ({ opened }) => t('openedTimes', { count: opened }), line: 3 },
          {
            id: 'end',
            header: t('endHeader'),
            speaksForItself: true,
            line: 3,
            cell: ({ id, label, state }) =>
              state === 'open' && (
                <ActForm>
                  <input type="hidden" name="end" value={id} />
                  <SubmitButton weight="other" about={t('endOf', { label })}>
                    {t('end')}
                  </SubmitButton>
                </ActForm>
              ),
          },
        ]}
      />
      <p>{t('openedHint')}</p>
    </>
  );
};
