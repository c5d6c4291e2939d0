import { useId, useMemo } from 'react';
import { load } from '../../../loading/load.ts';
import { BackLink } from '../../../parts/back-link.tsx';
import { Disclosure } from '../../../parts/disclosure.tsx';
import { Facts } from '../../../parts/facts.tsx';
import { Page } from '../../../parts/page.tsx';
import { type Host, ItemBody } from '../../../player/item-body.tsx';
import { staffPlace } from '../../../staff/place.ts';
import styles from '../../../staff/staff.module.css';
import { useText } from '../../../text/use-text.ts';
import type { Route } from './+types/item-page';
import { messages } from './messages.ts';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const { organization, base } = staffPlace(args, inside);
  return { base, item: await inside.api.itemBank.getItem({ organization, itemId: args.params.itemId }) };
});

export const headers = () => ({ 'cache-control': 'no-store' });

export default function ItemPage({ loaderData: { base, item } }: Route.ComponentProps) {
  const t = useText(messages);
  const id = useId();
  const { identifier, title, topic, cognitiveLevel, objective, view, key, maxScore, rationale, xml } = item;
  const host = useMemo<Host>(() => ({ variables: view.customVariables }), [view]);
  return (
    <Page
      title={title}
      lead={t('itemLead', { identifier })}
      back={<BackLink to={`${base}/items`}>{t('back')}</BackLink>}
    >
      <Facts
        facts={[
          { label: t('topic'), value: topic },
          { label: t('level'), value: cognitiveLevel },
          { label: t('objective'), value: objective },
          { label: t('maxScore'), value: maxScore === null ? t('noMaxScore') : t('points', { points: maxScore }) },
        ]}
      />
      <h2 id={`${id}-shown`}>{t('shown')}</h2>
      <ItemBody
        view={view}
        values={{}}
        onChange={() => undefined}
        mode="review"
        correct={key}
        labelledBy={`${id}-shown`}
        host={host}
      />
      <h2>{t('rationale')}</h2>
      <p className={styles.text}>{rationale === '' ? t('noRationale') : rationale}</p>
      <Disclosure label={t('source')}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys. */}
        <pre className={styles.source} tabIndex={0}>
          {xml}
        </pre>
      </Disclosure>
    </Page>
  );
}
