import { IconMenu2 } from '@tabler/icons-react';
import { Link, NavLink, useLocation } from 'react-router';
import { Icon } from '../parts/icon.tsx';
import { useText } from '../text/use-text.ts';
import { messages } from './messages.ts';
import styles from './site-header.module.css';

export interface HeaderLink {
  readonly to: string;
  readonly label: string;
  /** Only this very page, none below it, counts as the current one. */
  readonly end?: boolean;
}

const Links = ({ links }: { links: readonly HeaderLink[] }) => (
  <ul className={styles.links}>
    {links.map(({ to, label, end = false }) => (
      <li key={to}>
        <NavLink to={to} end={end}>
          {label}
        </NavLink>
      </li>
    ))}
  </ul>
);

/**
 * The name and the main links: in a row where there is room, else behind "Menu", which opens without JavaScript.
 * `menu={false}` leaves the narrow menu out where a bottom bar has its place.
 */
export const SiteHeader = ({
  home,
  links,
  menu = true,
}: {
  home: string;
  links: readonly HeaderLink[];
  menu?: boolean;
}) => {
  const t = useText(messages);
  const { pathname } = useLocation();
  return (
    <header className={styles.header} data-screen-only>
      <div className={styles.row}>
        <Link to={home} className={styles.mark}>
          {t('mark')}
        </Link>
        {links.length > 0 && (
          <nav aria-label={t('mainNavigation')} className={styles.wide}>
            <Links links={links} />
          </nav>
        )}
        {menu && links.length > 0 && (
          // A new page closes the menu.
          <details key={pathname} className={styles.narrow}>
            <summary>
              <Icon of={IconMenu2} />
              {t('menu')}
            </summary>
            <nav aria-label={t('mainNavigation')}>
              <Links links={links} />
            </nav>
          </details>
        )}
      </div>
    </header>
  );
};
