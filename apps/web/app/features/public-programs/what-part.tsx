import { applies, isForRenewal, listCircumstances, type Program } from '@testamur/program';
import { AssessmentPart } from './assessment-part.tsx';
import { type Figure, Figures } from './figures.tsx';
import { PassingRuleText } from './passing-rule.tsx';
import { useWords } from './use-words.ts';

/** Above so many, assessments are shown one by one when they are asked for. */
const mostOpen = 4;

/** What candidates choose when they begin. */
const Tracks = ({ program }: { program: Program }) => {
  const { t } = useWords();
  if (!program.tracks) return null;
  return (
    <>
      <p>{t('tracksLead')}</p>
      <ul>
        {program.tracks.map(({ id, title, description, options }) => (
          <li key={id}>
            <strong>{title}.</strong> {description}
            <ul>
              {options.map((option) => (
                <li key={option.id}>
                  {option.title}
                  {option.description && `: ${option.description}`}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
};

/** Everything that is assessed for the first certification, what has to be passed, and by when. */
export const WhatPart = ({ program, isWhole = false }: { program: Program; isWhole?: boolean }) => {
  const { t, period } = useWords();
  const assessments = program.assessments.filter(({ id }) => !isForRenewal(program, id));
  const [place = {}] = listCircumstances(program);
  const together = assessments.filter((one) => applies(one, place) !== false);
  const rules: readonly Figure[] = [
    {
      label: t('window'),
      value: t('windowOf', { period: period(program.authorization.window) }),
      path: ['authorization', 'window'],
    },
    ...(together.length > 1
      ? [
          {
            label: t('passedParts'),
            value: t('keptFor', { period: period(program.passedParts.keptFor) }),
            path: ['passedParts', 'keptFor'],
          },
        ]
      : []),
    {
      label: t('decision'),
      value: program.decision?.by === 'rule' ? t('decidedByRule') : t('decidedByPeople'),
      ...(program.decision ? { path: ['decision', 'by'] } : {}),
    },
  ];
  return (
    <>
      <Tracks program={program} />
      <PassingRuleText program={program} />
      {assessments.map((assessment) => (
        <AssessmentPart
          key={assessment.id}
          program={program}
          assessment={assessment}
          isWhole={isWhole}
          isFolded={assessments.length > mostOpen}
        />
      ))}
      <h3>{t('afterwards')}</h3>
      <Figures program={program} figures={rules} />
    </>
  );
};
