import { IconMenu2 } from '@tabler/icons-react';
import { NavLink, useLocation } from 'react-router';
import type { Membership } from '../context.ts';
import type { RailQueue } from '../features/staff-queues/rail-queues.ts';
import { Icon } from '../parts/icon.tsx';
import { useText } from '../text/use-text.ts';
import { messages } from './messages.ts';
import styles from './staff-rail.module.css';
import { sectionsFor } from './staff-sections.ts';

interface StaffRailProps {
  membership: Membership;
  queues: readonly RailQueue[];
}

const RailLinks = ({ membership, queues }: StaffRailProps) => {
  const t = useText(messages);
  const base = `/staff/${membership.slug}`;
  return (
    <nav aria-label={t('staffNavigation', { organization: membership.name })}>
      <p className={styles.organization}>{membership.name}</p>
      <ul>
        <li>
          <NavLink to={base} end>
            {t('home')}
          </NavLink>
        </li>
      </ul>
      {queues.length > 0 && (
        <>
          <h2>{t('queues')}</h2>
          <ul>
            {queues.map(({ slug, label, count }) => (
              <li key={slug}>
                <NavLink to={`${base}/queues/${slug}`}>
                  <span>{label}</span>
                  <span className={styles.count} data-empty={count === 0}>
                    <span aria-hidden="true">{count}</span>
                    <span className="t-hidden">{t('queueCount', { count })}</span>
                  </span>
                </NavLink>
              </li>
            ))}
          </ul>
        </>
      )}
      {sectionsFor(membership.roles).map((section) => (
        <div key={section.label}>
          <h2>{t(section.label)}</h2>
          <ul>
            {section.links.map(({ path, label }) => (
              <li key={path}>
                <NavLink to={`${base}/${path}`}>{t(label)}</NavLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <ul className={styles.own}>
        <li>
          <NavLink to="/me">{t('myPage')}</NavLink>
        </li>
        <li>
          <NavLink to="/help">{t('help')}</NavLink>
        </li>
      </ul>
    </nav>
  );
};

/** Beside the page where there is room; behind "Menu" on narrow screens, opened without JavaScript. */
export const StaffRail = (props: StaffRailProps) => {
  const t = useText(messages);
  const { pathname } = useLocation();
  return (
    <>
      <aside className={styles.rail} data-screen-only>
        <RailLinks {...props} />
      </aside>
      <details key={pathname} className={styles.sheet} data-screen-only>
        <summary>
          <Icon of={IconMenu2} />
          {t('menu')}
          <span className={styles.place}>{props.membership.name}</span>
        </summary>
        <RailLinks {...props} />
      </details>
    </>
  );
};
