import { type Program, toMinor } from '@testamur/program';
import { Link } from 'react-router';
import { Money } from '../../parts/money.tsx';
import { type Figure, Figures } from './figures.tsx';
import { Prose } from './prose.tsx';
import { useWords } from './use-words.ts';

/** How to prepare, what it takes, and what there is to prepare with. */
export const PreparePart = ({ program }: { program: Program }) => {
  const { t } = useWords();
  const { preparation } = program;
  if (!preparation) return null;
  const { tuition, studyHours, materials = [] } = preparation;
  const money = (amount: string) => ({ amountMinor: toMinor(amount, program.currency), currency: program.currency });
  const figures: readonly Figure[] = [
    ...(studyHours === undefined
      ? []
      : [
          { label: t('studyTime'), value: t('aboutHours', { hours: studyHours }), path: ['preparation', 'studyHours'] },
        ]),
    ...(tuition === undefined
      ? []
      : [
          {
            label: t('tuition'),
            value: (
              <>
                <Money amount={money(tuition.low)} upTo={money(tuition.high)} />. {tuition.text}
              </>
            ),
            path: ['preparation', 'tuition', 'low'],
          },
        ]),
  ];
  return (
    <>
      <Prose>{preparation.text}</Prose>
      <Figures program={program} figures={figures} />
      {materials.length > 0 && (
        <ul>
          {materials.map(({ id, kind, title, description }) => (
            <li key={id}>
              <Link to={kind === 'study-guide' ? `/programs/${program.id}/study/${id}` : `/try/${program.id}`}>
                {title}
              </Link>
              . {description}
            </li>
          ))}
        </ul>
      )}
    </>
  );
};
