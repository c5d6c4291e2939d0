import { load } from '../../loading/load.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { Disclosure } from '../../parts/disclosure.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Page } from '../../parts/page.tsx';
import { staffPlace } from '../../staff/place.ts';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/item-page';
import { messages } from './messages.ts';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const { organization, base } = staffPlace(args, inside);
  const item = await inside.api.itemBank.getItem({ organization, itemId: args.params.itemId });
  return { item, base: `${base}/programs/${args.params.programId}` };
});

export default function ItemPage({ loaderData: { item, base } }: Route.ComponentProps) {
  const t = useText(messages);
  return (
    <Page title={item.title} back={<BackLink to={`${base}/items`}>{t('toItems')}</BackLink>}>
      <h2>{t('stem')}</h2>
      <p>{item.stem}</p>
      <h2>{t('options')}</h2>
      <ul>
        {item.choices.map((choice) => (
          <li key={choice.id}>
            {choice.id}. {choice.text}
            {choice.key && <strong> ({t('key')})</strong>}
          </li>
        ))}
      </ul>
      <h2>{t('rationale')}</h2>
      <p>{item.rationale}</p>
      <Facts
        facts={[
          { label: t('identifier'), value: <code>{item.identifier}</code> },
          { label: t('topic'), value: item.topic },
          { label: t('level'), value: item.cognitiveLevel },
          { label: t('objective'), value: item.objective },
        ]}
      />
      <Disclosure label={t('xml')}>
        <pre style={{ overflowX: 'auto', fontSize: '0.8125rem' }}>{item.xml}</pre>
      </Disclosure>
    </Page>
  );
}
