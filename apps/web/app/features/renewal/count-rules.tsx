import type { RenewalRoute } from '@testamur/program';
import { useText } from '../../text/use-text.ts';
import { unitOf } from './load-renewal.ts';
import { messages } from './messages.ts';
import styles from './renewal.module.css';

/** "Will this count?": the kinds of education that do, how much of each is needed and how much counts. */
export const CountRules = ({ route, description }: { route: RenewalRoute | undefined; description: string }) => {
  const t = useText(messages);
  if (route?.kind !== 'education') return <p>{route?.description ?? description}</p>;
  const unit = unitOf(route);
  return (
    <>
      <h2>{t('willCount')}</h2>
      <p>{route.description}</p>
      <ul className={styles.kinds}>
        {route.categories.map(({ id, title, description: detail, minimum, maximum }) => (
          <li key={id}>
            <strong>{title}</strong>: {detail} {minimum !== undefined && t('atLeast', { amount: minimum, unit })}{' '}
            {maximum !== undefined && t('atMost', { amount: maximum, unit })}
          </li>
        ))}
      </ul>
      {route.carryOver !== undefined && <p>{t('carryRule', { amount: route.carryOver, unit })}</p>}
    </>
  );
};
