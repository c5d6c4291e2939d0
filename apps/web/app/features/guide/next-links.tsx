import { Link } from 'react-router';
import { useText } from '../../text/use-text.ts';
import styles from './guide.module.css';
import { messages } from './messages.ts';

/** From reading to doing. */
export const NextLinks = () => {
  const t = useText(messages);
  const links = [
    { to: '/qualify', label: t('qualify'), hint: t('qualifyHint') },
    { to: '/plan', label: t('plan'), hint: t('planHint') },
    { to: '/programs', label: t('catalog'), hint: t('catalogHint') },
  ];
  return (
    <section aria-labelledby="start">
      <h2 id="start">{t('start')}</h2>
      <dl className={styles.links}>
        {links.map(({ to, label, hint }) => (
          <div key={to}>
            <dt>
              <Link to={to}>{label}</Link>
            </dt>
            <dd>{hint}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
};
