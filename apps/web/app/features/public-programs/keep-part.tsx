import { type EducationCategory, type Program, type RenewalRoute, titleOf } from '@testamur/program';
import { DataTable } from '../../parts/data-table.tsx';
import { type Figure, Figures } from './figures.tsx';
import styles from './program.module.css';
import { Mark } from './provenance-mark.tsx';
import { useWords } from './use-words.ts';
import type { Words } from './words.ts';

const routeFigures = (program: Program, route: RenewalRoute, { t }: Words): readonly Figure[] => {
  const path = ['renewal', 'routes', program.renewal.routes.indexOf(route)] as const;
  if (route.kind === 'assessment') {
    return [
      { label: t('toPass'), value: titleOf(program.assessments, route.assessment), path: [...path, 'assessment'] },
    ];
  }
  const unit = route.unit ?? 'hours';
  return [
    { label: t('inEachCycle'), value: t(`${unit}Of`, { count: route.hours }), path: [...path, 'hours'] },
    ...(route.carryOver === undefined
      ? []
      : [
          {
            label: t('carryOver'),
            value: t('carryOverOf', { amount: t(`${unit}Of`, { count: route.carryOver }) }),
            path: [...path, 'carryOver'],
          },
        ]),
  ];
};

const Categories = ({ program, route }: { program: Program; route: Extract<RenewalRoute, { kind: 'education' }> }) => {
  const { t } = useWords();
  const at = program.renewal.routes.indexOf(route);
  const amount = (count: number | undefined, field: 'minimum' | 'maximum', row: EducationCategory) =>
    count !== undefined && (
      <span style={{ whiteSpace: 'nowrap' }}>
        {t(`${route.unit ?? 'hours'}Of`, { count })}
        <Mark program={program} path={['renewal', 'routes', at, 'categories', route.categories.indexOf(row), field]} />
      </span>
    );
  const has = (field: 'minimum' | 'maximum') => route.categories.some((one) => one[field] !== undefined);
  return (
    <DataTable
      caption={t('categoriesOf', { title: route.title })}
      columns={[
        { id: 'category', header: t('category'), cell: (row: EducationCategory) => row.title },
        { id: 'what', header: t('description'), cell: (row) => row.description, speaksForItself: true },
        ...(has('minimum')
          ? [
              {
                id: 'minimum',
                header: t('minimum'),
                numeric: true,
                cell: (row: EducationCategory) => amount(row.minimum, 'minimum', row),
              },
            ]
          : []),
        ...(has('maximum')
          ? [
              {
                id: 'maximum',
                header: t('maximum'),
                numeric: true,
                cell: (row: EducationCategory) => amount(row.maximum, 'maximum', row),
              },
            ]
          : []),
      ]}
      rows={route.categories}
      keyOf={(row) => row.id}
      empty={null}
    />
  );
};

const Route = ({ program, route, number }: { program: Program; route: RenewalRoute; number: number | undefined }) => {
  const words = useWords();
  return (
    <div className={styles.part} data-wide>
      <h3>{number === undefined ? route.title : words.t('wayTitle', { number, title: route.title })}</h3>
      <p>{route.description}</p>
      <Figures program={program} figures={routeFigures(program, route, words)} />
      {route.kind === 'education' && <Categories program={program} route={route} />}
    </div>
  );
};

const cycleFigures = (program: Program, { t, period, list }: Words): readonly Figure[] => {
  const { renewal, credential } = program;
  const path = (field: string) => ['renewal', field];
  return [
    { label: t('validFor'), value: period(credential.validity), path: ['credential', 'validity'] },
    { label: t('thenEvery'), value: period(renewal.cycle), path: path('cycle') },
    { label: t('opens'), value: t('renewalOpens', { period: period(renewal.opensBefore) }), path: path('opensBefore') },
    { label: t('grace'), value: t('renewalGrace', { period: period(renewal.grace) }), path: path('grace') },
    {
      label: t('afterGrace'),
      value: t('renewalLapse', { period: period(renewal.reinstatement) }),
      path: path('reinstatement'),
    },
    {
      label: t('reminders'),
      value: t('remindersAt', { periods: list(renewal.reminders.map(period)) }),
      path: path('reminders'),
    },
  ];
};

/** What it takes to keep the credential, by which ways, and what happens when nothing is done. */
export const KeepPart = ({ program }: { program: Program }) => {
  const words = useWords();
  const { t } = words;
  const { routes, audit, retirement, description } = program.renewal;
  return (
    <>
      <p>{description}</p>
      <Figures program={program} figures={cycleFigures(program, words)} />
      {routes.length > 1 && <p>{t('oneOfTheseWays', { count: routes.length })}</p>}
      {routes.map((route, at) => (
        <Route key={route.id} program={program} route={route} number={routes.length > 1 ? at + 1 : undefined} />
      ))}
      {audit && (
        <>
          <h3>{t('audit')}</h3>
          <p>
            {t('auditOf', { percent: audit.percent })}
            <Mark program={program} path={['renewal', 'audit', 'percent']} /> {audit.text}
          </p>
        </>
      )}
      {retirement && (
        <>
          <h3>{t('retirement')}</h3>
          <p>
            <strong>{retirement.title}</strong>
            <Mark program={program} path={['renewal', 'retirement', 'title']} />. {retirement.text}
          </p>
        </>
      )}
    </>
  );
};
