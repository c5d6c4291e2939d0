import './content/shared-vocabulary.css';

import { useReducedMotion } from '@mantine/hooks';
import { type InteractionNode, interactionsOf, type PlainValue, type PlainValues } from '@testamur/qti';
import { createContext, useContext, useId, useMemo, useState } from 'react';
import { useText } from '../text/use-text.ts';
import { Content } from './content/content.tsx';
import { languageOf } from './content/language.ts';
import { measuresOf } from './content/measures.ts';
import { type Parts, PartsProvider } from './content/parts.ts';
import { qtiClasses } from './content/vocabulary.ts';
import { StageProvider } from './graphic/index.ts';
import type { PlayerContext, PlayerMode } from './interaction-props.ts';
import styles from './item-body.module.css';
import type { ItemView } from './item-view.ts';
import { messages } from './messages.ts';
import { PlacedInteraction } from './placed-interaction.tsx';
import { allSupports, type SupportWishes } from './supports/cards.ts';
import { Materials } from './supports/materials.tsx';
import { Below, Supported } from './supports/supported.tsx';
import { SupportsProvider } from './supports/supports-context.ts';
import { useSaid } from './use-said.ts';

/** What the page around gives: uploads, ending the attempt, modules, whether links may be followed. */
export type Host = Partial<Omit<PlayerContext, 'content' | 'say' | 'reducedMotion'>>;

export interface ItemBodyProps {
  readonly view: ItemView;
  /** Responses by identifier; one that is missing is NULL. */
  readonly values: PlainValues;
  onChange(responseIdentifier: string, value: PlainValue): void;
  readonly mode: PlayerMode;
  /** In review: keys by response identifier. */
  readonly correct?: PlainValues;
  /** The id of the heading of the item. */
  readonly labelledBy?: string;
  /** Options that are struck out, by response identifier. */
  readonly struck?: Readonly<Record<string, ReadonlySet<string>>>;
  readonly onStrike?: (responseIdentifier: string, identifier: string) => void;
  readonly strikeButtons?: boolean;
  /** Whether to say what answers lack, as when a candidate wants to go on. */
  readonly checked?: boolean;
  readonly host?: Host;
  /** Which of the view's supports are shown, and in which languages; all of them when left out. */
  readonly supports?: SupportWishes;
}

/** The body of an item: content, with its interactions in their places, and the feedback that is due. */
export const ItemBody = (props: ItemBodyProps) => {
  const { view, host } = props;
  const id = useId();
  const t = useText(messages);
  const [said, say] = useSaid();
  const reducedMotion = useReducedMotion(false, { getInitialValueInEffect: true });
  const links = host?.links ?? 'words';
  const context = useMemo<PlayerContext>(
    () => ({ ...host, links, say, reducedMotion, content: (nodes) => <Content nodes={nodes} /> }),
    [host, links, say, reducedMotion],
  );
  const interactions = useMemo(() => interactionsOf(view.body), [view.body]);
  const parts = useMemo<Parts>(() => ({ ...inPlace, links }), [links]);
  const [room, setRoom] = useState<HTMLElement | null>(null);
  const { catalogs, language } = view;
  const wishes = props.supports ?? allSupports;
  const supports = useMemo(
    () => ({ catalogs: catalogs ?? [], wishes, itemLanguage: language, room, buttons: true }),
    [catalogs, wishes, language, room],
  );
  const classes = qtiClasses(view.bodyClasses ?? []);
  return (
    <div className={styles.item} data-wide="">
      <div
        className={['qti-body', styles.body, ...classes].join(' ')}
        {...languageOf(view.language)}
        style={measuresOf(classes)}
      >
        <Materials materials={view.companionMaterials ?? []} onOpenTool={host?.onOpenTool} />
        <PartsProvider key={view.identifier} value={parts}>
          <SupportsProvider value={supports}>
            <Placing value={{ ...props, id, interactions, context }}>
              <StageProvider interactions={interactions}>
                <Content nodes={view.body} />
                {(view.modalFeedback ?? []).map(({ title, content }, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: feedback has no names; a change replaces it as a whole.
                  <section key={at} className={styles.feedback} role="status" aria-label={title || t('feedback')}>
                    {title && <p className={styles.feedbackTitle}>{title}</p>}
                    <Content nodes={content} />
                  </section>
                ))}
              </StageProvider>
            </Placing>
          </SupportsProvider>
        </PartsProvider>
      </div>
      <div ref={setRoom} />
      <div className={styles.saying} data-mode={props.mode}>
        <p className={styles.said} role="status" data-shown={said !== null && said.text !== ''}>
          <span key={said?.id}>{said?.text}</span>
        </p>
      </div>
    </div>
  );
};

/** What interactions need of the item they stand in. It changes with every answer; the content around them does not. */
interface PlacingValue extends ItemBodyProps {
  readonly id: string;
  readonly interactions: readonly InteractionNode[];
  readonly context: PlayerContext;
}

const Placing = createContext<PlacingValue | null>(null);

const Placed = ({ interaction }: { readonly interaction: InteractionNode }) => {
  const placing = useContext(Placing);
  return placing && <WithAnswer {...placing} interaction={interaction} />;
};

const inPlace: Omit<Parts, 'links'> = {
  interaction: (node) => <Placed interaction={node} />,
  supported: (node, build, children) => (
    <Supported node={node} build={build}>
      {children}
    </Supported>
  ),
  below: (idref) => <Below idref={idref} />,
};

const WithAnswer = (props: PlacingValue & { readonly interaction: InteractionNode }) => {
  const { id, interaction, interactions, context, values, onChange, mode, correct, labelledBy, checked } = props;
  const { struck, onStrike, strikeButtons } = props;
  const { responseIdentifier } = interaction;
  const at = interactions.indexOf(interaction);
  const mine = struck?.[responseIdentifier];
  const strings = 'stringIdentifier' in interaction ? interaction.stringIdentifier : null;
  return (
    <PlacedInteraction
      interaction={interaction}
      id={`${id}-${at}-${responseIdentifier}`}
      value={values[responseIdentifier] ?? null}
      onChange={(value) => onChange(responseIdentifier, value)}
      {...(strings === null ? {} : { onText: (text: PlainValue) => onChange(strings, text) })}
      mode={mode}
      {...(mode === 'review' ? { correct: correct?.[responseIdentifier] ?? null } : {})}
      heading={labelledBy}
      number={at + 1}
      total={interactions.length}
      checked={checked === true}
      {...(mine === undefined ? {} : { struck: mine })}
      {...(onStrike === undefined
        ? {}
        : { onStrike: (identifier: string) => onStrike(responseIdentifier, identifier) })}
      strikeButtons={strikeButtons === true}
      context={context}
    />
  );
};
