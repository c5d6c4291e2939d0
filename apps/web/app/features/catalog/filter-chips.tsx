import { IconX } from '@tabler/icons-react';
import { minorDigits } from '@testamur/program';
import { Link } from 'react-router';
import { useDocument } from '../../document/document-context.ts';
import { formatMoney } from '../../parts/format-money.ts';
import { Icon } from '../../parts/icon.tsx';
import type { Translate } from '../../text/format.ts';
import type { Locale } from '../../text/locales.ts';
import { useText } from '../../text/use-text.ts';
import styles from './catalog.module.css';
import {
  type CatalogAddress,
  catalogPath,
  type FilterName,
  type Filters,
  filterNames,
  withoutFilter,
} from './filters.ts';
import { messages } from './messages.ts';

export interface ChipWords {
  readonly t: Translate<typeof messages>;
  readonly locale: Locale;
  readonly currency: string;
  readonly workplaces: readonly { readonly id: string; readonly title: string }[];
}

/** What a filter that is in use says, such as "Up to 2 years of work". */
export const chipOf = (name: FilterName, filters: Filters, { t, locale, currency, workplaces }: ChipWords): string => {
  switch (name) {
    case 'work':
      return workplaces.find(({ id }) => id === filters.work)?.title ?? filters.work ?? '';
    case 'education':
      return t('chip-education', { value: t(`education-${filters.education ?? 'none'}`) });
    case 'mode':
      return t(`mode-${filters.mode ?? 'online'}`);
    case 'budget': {
      const amountMinor = Math.round((filters.budget ?? 0) * 10 ** minorDigits(currency));
      return t('chip-budget', { value: formatMoney({ amountMinor, currency }, locale) });
    }
    default:
      return t(`chip-${name}`, { value: filters[name] ?? '' });
  }
};

interface FilterChipsProps {
  address: CatalogAddress;
  currency: string;
  workplaces: ChipWords['workplaces'];
}

/** Filters in use; each is a link to the list without it. */
export const FilterChips = ({ address, currency, workplaces }: FilterChipsProps) => {
  const t = useText(messages);
  const { locale } = useDocument();
  const inUse = filterNames.filter((name) => address.filters[name] !== undefined);
  if (inUse.length === 0) return null;
  return (
    <nav aria-label={t('chips')}>
      <ul className={styles.chips} data-wide>
        {inUse.map((name) => (
          <li key={name}>
            <Link
              to={catalogPath({ ...address, filters: withoutFilter(address.filters, name) })}
              className={styles.chip}
            >
              {chipOf(name, address.filters, { t, locale, currency, workplaces })}
              <span className="t-hidden">: {t('removeFilter')}</span>
              <Icon of={IconX} size={16} />
            </Link>
          </li>
        ))}
        {inUse.length > 1 && (
          <li>
            <Link to={catalogPath({ ...address, filters: {} })}>{t('removeAll')}</Link>
          </li>
        )}
      </ul>
    </nav>
  );
};
