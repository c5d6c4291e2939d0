import { applies, costRange, type Fee, type Program, provenanceOf } from '@testamur/program';
import { Figures } from './figures.tsx';
import { Price } from './price.tsx';
import styles from './program.module.css';
import type { FigurePath } from './provenance-mark.tsx';
import { useWords } from './use-words.ts';

const untilCertified: readonly Fee['kind'][] = ['registration', 'application', 'assessment', 'certification'];

/** A total is as sure as the least sure of its parts, taxes included. */
export const totalPath = (program: Program, region?: string): FigurePath | undefined => {
  const place = region === undefined ? {} : { region };
  const taxes = (program.taxes ?? []).flatMap((tax, at) =>
    applies(tax, place) === false ? [] : [['taxes', at, 'percent'] as const],
  );
  const fees = program.fees.flatMap(({ kind }, at) =>
    untilCertified.includes(kind) ? [['fees', at, 'prices'] as const] : [],
  );
  const paths: readonly FigurePath[] = [...fees, ...taxes];
  return paths.find((path) => provenanceOf(program, path).assumed) ?? paths[0];
};

/** Fee, time, validity: what decides whether a reader goes on. */
export const AtAGlance = ({ program, day }: { program: Program; day: string }) => {
  const { t, period, list } = useWords();
  const ranges = costRange(program, { at: `${day}T12:00:00.000Z` });
  const axes = new Set(ranges.flatMap(({ variesBy }) => variesBy));
  const reasons = [...axes].map((axis) =>
    axis === 'payerClass'
      ? t('byMembership')
      : axis === 'region'
        ? t('byLocation')
        : (program.tracks?.find(({ id }) => id === axis)?.title ?? axis),
  );
  const path = totalPath(program);
  return (
    <div className={styles.stacked}>
      <Figures
        program={program}
        figures={[
          {
            label: t('fee'),
            value: (
              <>
                <Price ranges={ranges} />
                {reasons.length > 0 && ` ${t('byReasons', { reasons: list(reasons) })}`}
              </>
            ),
            ...(path ? { path } : {}),
          },
          {
            label: t('timeToIt'),
            value: t('timeAbout', { period: period(program.usualTime.period) }),
            path: ['usualTime', 'period'],
          },
          {
            label: t('keeps'),
            value: t('keepsFor', { period: period(program.credential.validity) }),
            path: ['credential', 'validity'],
          },
        ]}
      />
    </div>
  );
};
