import { findRequirement, type Program } from '@testamur/program';
import { useId } from 'react';
import styles from './program.module.css';
import { RequirementEntry } from './requirement-entry.tsx';
import { type RuleBranch, type RuleNode, ruleTree } from './rule-tree.ts';
import { useWords } from './use-words.ts';

const Node = ({ program, node, way }: { program: Program; node: RuleNode; way?: number }) => {
  if (typeof node === 'string') {
    const requirement = findRequirement(program, node);
    return requirement ? <RequirementEntry program={program} requirement={requirement} /> : null;
  }
  return <Branch program={program} branch={node} {...(way === undefined ? {} : { way })} />;
};

/** Parts that belong together: all of them are needed, or some; each of several ways has a name. */
const Branch = ({ program, branch, way }: { program: Program; branch: RuleBranch; way?: number }) => {
  const { t } = useWords();
  const id = useId();
  const { needed, parts } = branch;
  const title = branch.title ?? (way === undefined ? undefined : t('way', { number: way }));
  const says = needed === 'all' ? t('ruleAll') : needed === 1 ? t('ruleOne') : t('ruleSome', { needed });
  return (
    <section className={styles.branch} {...(title ? { 'aria-labelledby': id } : {})}>
      {title && <h3 id={id}>{title}</h3>}
      {parts.length > 1 && <p className={styles.hint}>{says}</p>}
      <ol className={styles.requirements}>
        {parts.map((part, at) => (
          <li
            key={typeof part === 'string' ? part : `${part.title ?? ''} ${part.parts.length} ${String(part.parts[0])}`}
            className={styles.requirement}
          >
            <Node program={program} node={part} {...(needed === 'all' ? {} : { way: at + 1 })} />
          </li>
        ))}
      </ol>
    </section>
  );
};

/** What a person must bring, as the rule of the program joins it. */
export const WhoPart = ({ program }: { program: Program }) => (
  <Branch program={program} branch={ruleTree(program.eligibility)} />
);
