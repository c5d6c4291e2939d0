import { IconX } from '@tabler/icons-react';
import { Link } from 'react-router';
import { Icon } from '../../parts/icon.tsx';
import { LinkButton } from '../../parts/link-button.tsx';
import { useText } from '../../text/use-text.ts';
import styles from './catalog.module.css';
import { type CatalogAddress, catalogPath, comparePath } from './filters.ts';
import { type Listed, mostCompared } from './listed.ts';
import { messages } from './messages.ts';

interface TrayProps {
  address: CatalogAddress;
  programs: readonly Listed[];
}

/** Puts a program into the comparison, or takes it out: a link to the list as it then stands. */
export const CompareLink = ({ address, program }: { address: CatalogAddress; program: Listed }) => {
  const t = useText(messages);
  const { compared } = address;
  const isIn = compared.includes(program.id);
  if (!isIn && compared.length >= mostCompared) return null;
  const next = isIn ? compared.filter((id) => id !== program.id) : [...compared, program.id];
  return (
    <Link to={catalogPath({ ...address, compared: next })} preventScrollReset>
      {isIn ? t('inComparison') : t('addToComparison')}
      <span className="t-hidden"> {program.title}</span>
    </Link>
  );
};

/** Programs that are to be compared; kept in the address while the list is narrowed down. */
export const Tray = ({ address, programs }: TrayProps) => {
  const t = useText(messages);
  const chosen = address.compared.flatMap((id) => programs.find((program) => program.id === id) ?? []);
  if (chosen.length === 0) return null;
  const ids = chosen.map(({ id }) => id);
  return (
    <section className={styles.tray} aria-label={t('tray')}>
      <strong>{t('tray')}</strong>
      <ul className={styles.chips}>
        {chosen.map(({ id, title, abbreviation }) => (
          <li key={id}>
            <Link
              to={catalogPath({ ...address, compared: ids.filter((other) => other !== id) })}
              className={styles.chip}
              preventScrollReset
            >
              {abbreviation}
              <span className="t-hidden">: {t('trayRemove', { title })}</span>
              <Icon of={IconX} size={16} />
            </Link>
          </li>
        ))}
      </ul>
      <LinkButton to={comparePath(ids)}>{t('compareThese', { count: ids.length })}</LinkButton>
      {ids.length >= mostCompared && <span className={styles.hint}>{t('trayFull')}</span>}
    </section>
  );
};
