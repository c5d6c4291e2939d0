import { IconAlertCircle } from '@tabler/icons-react';
import { Icon } from '../parts/icon.tsx';
import { useText } from '../text/use-text.ts';
import { hintOf, type Lack, lackOf, limitsOf } from './answers/limits.ts';
import { languageOf } from './content/language.ts';
import { gapsIn } from './content/parts-in.ts';
import { Interaction } from './interaction.tsx';
import type { InteractionProps } from './interaction-props.ts';
import styles from './item-body.module.css';
import { messages } from './messages.ts';
import { OnControls } from './supports/on-controls.tsx';
import { Below, TermButtons } from './supports/supported.tsx';
import { termsOnControls } from './supports/terms.ts';

const INLINE: readonly string[] = ['inline-choice', 'text-entry', 'end-attempt'];

export interface PlacedProps extends Omit<InteractionProps, 'labelledBy'> {
  /** The id of the heading of the item: what an interaction without a prompt answers. */
  readonly heading: string | undefined;
  /** Among the interactions of the item, from 1, and how many there are. */
  readonly number: number;
  readonly total: number;
  /** Whether to say what the answer lacks. */
  readonly checked: boolean;
}

/** An interaction in its place: named, with its prompt, its limits and what its answer lacks. */
export const PlacedInteraction = (props: PlacedProps) =>
  INLINE.includes(props.interaction.interaction) ? <Inline {...props} /> : <Block {...props} />;

const useLack = ({ interaction, value, mode, checked }: PlacedProps): string | null => {
  const t = useText(messages);
  if (!checked || mode !== 'open') return null;
  const gaps = interaction.interaction === 'gap-match' ? gapsIn(interaction.content) : [];
  const required = gaps.filter((gap) => gap.required).map(({ identifier }) => identifier);
  const lack = lackOf(interaction, value, required);
  if (lack === null) return null;
  const authors = interaction.data[lack.lack === 'pattern' ? 'patternmask-message' : 'min-selections-message'];
  return authors ?? lackWords(t, lack);
};

const lackWords = (t: ReturnType<typeof useText<typeof messages>>, lack: Lack): string => {
  switch (lack.lack) {
    case 'needed':
      return t('answerNeeded');
    case 'gaps':
      return t('gapNeeded', { count: lack.count });
    case 'pattern':
      return t('badPattern');
    case 'few': {
      const { missing } = lack;
      const key = { choices: 'tooFew', pairs: 'tooFewPairs', texts: 'tooFewTexts', plays: 'tooFewPlays' } as const;
      return t(key[lack.of], { missing });
    }
  }
};

const Inline = (props: PlacedProps) => {
  const { interaction, id, number, total } = props;
  const t = useText(messages);
  const lack = useLack(props);
  const name = interaction.label ?? (total > 1 ? t('blankOf', { number, total }) : t('blank'));
  return (
    <span className={styles.inline} data-interaction={interaction.interaction} {...catalogOf(props)}>
      <span id={`${id}-name`} hidden>
        {name}
      </span>
      <OnControls>
        <Interaction {...props} labelledBy={`${id}-name`} {...(lack === null ? {} : { describedBy: `${id}-lack` })} />
      </OnControls>
      <TermButtons terms={termsOf(interaction, name)} look="icon" />
      {lack !== null && (
        <span id={`${id}-lack`} className={styles.lack}>
          <Icon of={IconAlertCircle} size={18} /> {lack}
        </span>
      )}
    </span>
  );
};

const Block = (props: PlacedProps) => {
  const { interaction, id, heading, mode, context } = props;
  const t = useText(messages);
  const lack = useLack(props);
  const prompt = 'prompt' in interaction ? interaction.prompt : [];
  const hint = mode === 'open' ? hintOf(interaction) : null;
  const limits = limitsOf(interaction);
  const described = [hint === null ? '' : `${id}-hint`, lack === null ? '' : `${id}-lack`].filter(Boolean).join(' ');
  const named = prompt.length > 0 ? `${id}-prompt` : heading;
  return (
    <section
      className={styles.block}
      data-interaction={interaction.interaction}
      {...languageOf(interaction.language)}
      {...catalogOf(props)}
    >
      {prompt.length > 0 && (
        <div id={`${id}-prompt`} className={styles.prompt}>
          {context.content(prompt)}
        </div>
      )}
      {named === undefined && (
        <span id={`${id}-name`} className="t-hidden">
          {interaction.label ?? t('blankOf', { number: props.number, total: props.total })}
        </span>
      )}
      {hint !== null && limits !== null && (
        <p id={`${id}-hint`} className={styles.hint}>
          {t(hint, { min: limits.min, max: limits.max })}
        </p>
      )}
      <OnControls>
        <Interaction
          {...props}
          labelledBy={named ?? `${id}-name`}
          {...(described === '' ? {} : { describedBy: described })}
        />
      </OnControls>
      <TermButtons terms={termsOnControls(interaction)} look="words" />
      {interaction.catalogIdref !== null && <Below idref={interaction.catalogIdref} />}
      {lack !== null && (
        <p id={`${id}-lack`} className={styles.lack}>
          <Icon of={IconAlertCircle} size={18} /> {lack}
        </p>
      )}
    </section>
  );
};

/** In a line there is no room under the interaction: its own catalog stands beside it, with those of its choices. */
const termsOf = (interaction: PlacedProps['interaction'], name: string) => [
  ...(interaction.catalogIdref === null ? [] : [{ idref: interaction.catalogIdref, words: name }]),
  ...termsOnControls(interaction).filter(({ idref }) => idref !== interaction.catalogIdref),
];

const catalogOf = ({ interaction }: PlacedProps) =>
  interaction.catalogIdref === null ? {} : { 'data-catalog-idref': interaction.catalogIdref };
