import { type PassingRule, type Program, titleOf } from '@testamur/program';
import { useWords } from './use-words.ts';
import type { Words } from './words.ts';

const partsOf = (rule: Exclude<PassingRule, string>): readonly PassingRule[] => {
  if ('all' in rule) return rule.all;
  if ('any' in rule) return rule.any;
  return 'of' in rule ? rule.of : [];
};

const saying = (program: Program, rule: Exclude<PassingRule, string>, { t }: Words): string => {
  if ('all' in rule) return program.tracks ? t('passAllYours') : t('passAll');
  if ('any' in rule) return t('passOne');
  if ('of' in rule) return t('passSome', { needed: rule.atLeast });
  const { percent, minimumPercent } = rule;
  return minimumPercent === undefined
    ? t('passTogether', { percent })
    : t('passTogetherEach', { percent, minimum: minimumPercent });
};

const Part = ({ program, rule }: { program: Program; rule: PassingRule }) => {
  const words = useWords();
  if (typeof rule === 'string') return <>{titleOf(program.assessments, rule)}</>;
  return (
    <>
      {rule.title && <strong>{rule.title}: </strong>}
      {saying(program, rule, words)}
      <ul>
        {'compensatory' in rule
          ? rule.compensatory.map(({ assessment, weight }) => (
              <li key={assessment}>
                {words.t('weighted', { title: titleOf(program.assessments, assessment), weight })}
              </li>
            ))
          : partsOf(rule).map((part) => (
              <li key={typeof part === 'string' ? part : JSON.stringify(part)}>
                <Part program={program} rule={part} />
              </li>
            ))}
      </ul>
    </>
  );
};

/** Which of the assessments have to be passed; one sentence where it is all or one of them. */
export const PassingRuleText = ({ program }: { program: Program }) => {
  const words = useWords();
  const { passing } = program;
  if (typeof passing === 'string')
    return <p>{words.t('passThis', { title: titleOf(program.assessments, passing) })}</p>;
  const isFlat = partsOf(passing).every((part) => typeof part === 'string');
  if (isFlat && !('compensatory' in passing)) return <p>{saying(program, passing, words)}</p>;
  return (
    <div>
      <Part program={program} rule={passing} />
    </div>
  );
};
