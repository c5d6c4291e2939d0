import { useMemo } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Page } from '../../parts/page.tsx';
import { groundStyle } from '../../player/tools/display/ground.ts';
import { useText } from '../../text/use-text.ts';
import styles from './gallery.module.css';
import { readSamples } from './items/index.ts';
import { messages } from './messages.ts';
import { SampleStates } from './sample-states.tsx';

const TOGGLES = ['rtl', 'dark', 'contrast', 'large'] as const;

/** Every interaction in every state; what is shown, and how, stands in the query. */
export const Gallery = () => {
  const t = useText(messages);
  const [query] = useSearchParams();
  const samples = useMemo(readSamples, []);
  const only = query.get('only');
  const shown = samples.filter(({ id }) => only === null || id === only);
  const isOn = (name: string) => query.get(name) === '1';
  const withChange = (name: string, value: string | null) => {
    const next = new URLSearchParams(query);
    if (value === null) next.delete(name);
    else next.set(name, value);
    return `?${next}`;
  };
  const ground = isOn('contrast') ? 'yellow-on-black' : isOn('dark') ? 'dark' : 'site';
  return (
    <Page title={t('title')} lead={t('lead')}>
      <nav aria-label={t('how')} className={styles.links}>
        {TOGGLES.map((name) => (
          <Link key={name} to={withChange(name, isOn(name) ? null : '1')}>
            {t(isOn(name) ? 'toggleOn' : 'toggleOff', { name: t(name) })}
          </Link>
        ))}
      </nav>
      <nav aria-label={t('which')} className={styles.links}>
        {only !== null && <Link to={withChange('only', null)}>{t('all')}</Link>}
        {samples.map(({ id, title }) => (
          <a key={id} href={only === null ? `#${id}` : withChange('only', id)}>
            {title}
          </a>
        ))}
      </nav>
      <div
        className={styles.ground}
        style={groundStyle(ground)}
        data-large={isOn('large')}
        data-area="exam"
        {...(isOn('rtl') ? { dir: 'rtl' } : {})}
      >
        {shown.map((sample) => (
          <SampleStates key={sample.id} sample={sample} rtl={isOn('rtl')} />
        ))}
      </div>
    </Page>
  );
};
