import type { Program, Requirement } from '@testamur/program';
import { Disclosure } from '../../parts/disclosure.tsx';
import { Figures } from './figures.tsx';
import styles from './program.module.css';
import { requirementFigures } from './requirement-figures.ts';
import { useWords } from './use-words.ts';
import { scopeInWords } from './words.ts';

/** One thing that a person must bring: what, how much of it, and what proves it. */
export const RequirementEntry = ({ program, requirement }: { program: Program; requirement: Requirement }) => {
  const words = useWords();
  const { t } = words;
  const scope = scopeInWords(program, requirement, words);
  return (
    <>
      <strong>{requirement.title}</strong>
      {scope && <span className={styles.scope}> {t('onlyFor', { scope })}</span>}
      <div>{requirement.description}</div>
      <Figures program={program} figures={requirementFigures(program, requirement, words)} />
      {requirement.kind === 'references' && (
        <Disclosure label={t('refereesAsked')} about={requirement.title}>
          <ol>
            {requirement.form.map(({ id, prompt }) => (
              <li key={id}>{prompt}</li>
            ))}
          </ol>
        </Disclosure>
      )}
      {requirement.evidence.length > 0 && (
        <Disclosure label={t('proofOf')} about={requirement.title}>
          <ul>
            {requirement.evidence.map(({ title, description }) => (
              <li key={title}>
                <strong>{title}.</strong> {description}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
};
