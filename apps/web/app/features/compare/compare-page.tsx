import { IconSquare, IconSquareCheck } from '@tabler/icons-react';
import { Link } from 'react-router';
import { presentInstant } from '../../document/present.ts';
import { load } from '../../loading/load.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { localeOf } from '../../text/locale-of.ts';
import { intlLocaleOf } from '../../text/locales.ts';
import { useText } from '../../text/use-text.ts';
import { useDemonstration } from '../../viewer.ts';
import { inOrder } from '../catalog/choose.ts';
import { comparePath } from '../catalog/filters.ts';
import type { Route } from './+types/compare-page';
import styles from './compare.module.css';
import { AddProgram, ChoosePrograms, Menus } from './compare-menus.tsx';
import { CompareTable, useRows } from './compare-table.tsx';
import { loadCompared } from './load-compared.ts';
import { messages } from './messages.ts';

export const loader = load(async ({ request }: Route.LoaderArgs, { api }) => {
  const { searchParams } = new URL(request.url);
  const { programs } = await api.programs.listPrograms({});
  return {
    ...(await loadCompared(api, searchParams.getAll('p'), intlLocaleOf(localeOf(request)))),
    programs: inOrder(programs, 'title'),
    onlyDifferences: searchParams.get('only') === 'differences',
    day: presentInstant().slice(0, 10),
  };
});

export default function ComparePage({ loaderData }: Route.ComponentProps) {
  const t = useText(messages);
  const isMarked = useDemonstration();
  const { compared, unknown, tooMany, programs, onlyDifferences, day } = loaderData;
  const rows = useRows(compared, day);
  const ids = compared.map(({ program }) => program.id);
  const differing = rows.filter(({ same }) => !same);
  const shown = onlyDifferences ? differing : rows;
  const here = comparePath(ids);
  return (
    <Page title={t('title')} lead={t('lead')} back={<BackLink to="/programs">{t('back')}</BackLink>}>
      {compared.some(({ demonstration }) => demonstration) && !isMarked && <Notice kind="demonstration" />}
      {unknown.length > 0 && <p role="status">{t('unknown', { names: unknown.join(', ') })}</p>}
      {tooMany && <p role="status">{t('tooMany')}</p>}
      {compared.length === 0 ? (
        <ChoosePrograms programs={programs} />
      ) : (
        <>
          <div className={styles.acts}>
            {compared.length > 1 && (
              <Link
                to={onlyDifferences ? here : `${here}&only=differences`}
                className={styles.toggle}
                preventScrollReset
                aria-current={onlyDifferences ? 'true' : undefined}
              >
                <Icon of={onlyDifferences ? IconSquareCheck : IconSquare} />
                {t('onlyDifferences')}
              </Link>
            )}
            <AddProgram programs={programs} ids={ids} />
          </div>
          <Menus programs={programs} ids={ids} />
          {compared.length === 1 && <p>{t('alone')}</p>}
          {onlyDifferences && (
            <p role="status" className={styles.hint}>
              {differing.length === 0 ? t('noneDiffers') : t('leftOut', { count: rows.length - differing.length })}
            </p>
          )}
          <CompareTable compared={compared} rows={shown} />
          <p className={styles.hint}>
            {t('assumed')} {compared.some(({ program }) => !program.notice.confirmedByOrganization) && t('example')}
          </p>
          <p>
            <Link to={`/qualify?${new URLSearchParams(ids.map((id) => ['p', id])).toString()}`}>{t('qualify')}</Link>
          </p>
        </>
      )}
    </Page>
  );
}
