import { Link } from 'react-router';
import { useDocument } from '../../document/document-context.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { useText } from '../../text/use-text.ts';
import { loosened } from './choose.ts';
import { chipOf } from './filter-chips.tsx';
import { type CatalogAddress, catalogPath, withoutFilter } from './filters.ts';
import type { Listed } from './listed.ts';
import { messages } from './messages.ts';

interface NothingFitsProps {
  address: CatalogAddress;
  programs: readonly Listed[];
  currency: string;
  workplaces: readonly { readonly id: string; readonly title: string }[];
}

/** In place of an empty list: which filter keeps everything out, and what there is without it. */
export const NothingFits = ({ address, programs, currency, workplaces }: NothingFitsProps) => {
  const t = useText(messages);
  const { locale } = useDocument();
  const { filters } = address;
  const ways = loosened(programs, filters);
  return (
    <EmptyState title={t('nothingFits', { count: Object.keys(filters).length })}>
      {ways.length === 0 ? (
        <p>{t('noSingle')}</p>
      ) : (
        <ul>
          {ways.map(({ name, count }) => (
            <li key={name}>
              <Link to={catalogPath({ ...address, filters: withoutFilter(filters, name) })}>
                {t('without', { filter: chipOf(name, filters, { t, locale, currency, workplaces }), count })}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <p>
        <Link to={catalogPath({ ...address, filters: {} })}>{t('removeAll')}</Link>
      </p>
    </EmptyState>
  );
};
