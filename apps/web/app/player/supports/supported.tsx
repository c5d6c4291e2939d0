import type { ElementNode } from '@testamur/qti';
import { Fragment, type ReactNode } from 'react';
import { Disclosure } from '../../parts/disclosure.tsx';
import { useText } from '../../text/use-text.ts';
import { messages } from './messages.ts';
import { SupportContent, useSupportName } from './support-content.tsx';
import { SupportPanel } from './support-panel.tsx';
import styles from './supports.module.css';
import { useSupports } from './supports-context.ts';
import { type Term, wordsOf } from './terms.ts';

const BLOCKS: ReadonlySet<string> = new Set(
  `address article aside blockquote div footer header nav section main figure hr p pre ul ol dl table h1 h2 h3 h4 h5 h6
   audio video object details`.split(/\s+/),
);
/** Nothing but their own parts may stand beside them: what helps with them stands in them. */
const CELLS: ReadonlySet<string> = new Set('li dt dd td th caption figcaption summary'.split(' '));
/** Nothing can stand in or beside them. */
const ROWS: ReadonlySet<string> = new Set('tr thead tbody tfoot colgroup col source track rt rp'.split(' '));

export const supportPlace = (node: ElementNode): 'inline' | 'below' | 'inside' | 'nowhere' => {
  if (node.namespace !== 'html') return 'inline';
  if (ROWS.has(node.name)) return 'nowhere';
  if (CELLS.has(node.name)) return 'inside';
  return BLOCKS.has(node.name) ? 'below' : 'inline';
};

interface SupportedProps {
  readonly node: ElementNode;
  /** Makes the element around its children. */
  build(children: ReactNode): ReactNode;
  readonly children: ReactNode;
}

/** An element of the body with what a catalog has for it: words in a line with a button, a block with what stands under it. */
export const Supported = ({ node, build, children }: SupportedProps) => {
  const { of, buttons } = useSupports();
  const idref = node.attributes['data-catalog-idref'] ?? '';
  const place = supportPlace(node);
  const supports = place === 'nowhere' ? [] : of(idref);
  if (supports.length === 0) return build(children);
  const panel = buttons && <SupportPanel supports={supports} words={wordsOf([node])} look="icon" />;
  if (place === 'inside')
    return build([<Fragment key="words">{children}</Fragment>, <Fragment key="panel">{panel}</Fragment>]);
  if (place === 'below') {
    return (
      <>
        {build(children)}
        {buttons && <Below idref={idref} />}
      </>
    );
  }
  return (
    <>
      <span className={styles.words}>{build(children)}</span>
      {panel}
    </>
  );
};

/** What stands under a block: disclosures, and a button for what opens in a panel. */
export const Below = ({ idref }: { readonly idref: string }) => {
  const { of } = useSupports();
  const nameOf = useSupportName();
  const supports = of(idref);
  if (supports.length === 0) return null;
  const panel = supports.filter(({ kind }) => kind === 'panel');
  return (
    <div className={styles.below} data-player-support="" data-qti-suppress-tts="all">
      {panel.map((support) => (
        <SupportPanel key={support.name} supports={[support]} words="" look="words" />
      ))}
      {supports
        .filter(({ kind }) => kind === 'below')
        .map((support) => (
          <Disclosure key={support.name} label={nameOf(support.name)}>
            <SupportContent support={support} words="" />
          </Disclosure>
        ))}
    </div>
  );
};

interface TermButtonsProps {
  readonly terms: readonly Term[];
  readonly look: 'icon' | 'row' | 'words';
}

/** Buttons for terms that stand on controls: beside the control, or in a row under the interaction. */
export const TermButtons = ({ terms, look }: TermButtonsProps) => {
  const { of } = useSupports();
  const t = useText(messages);
  const helped = terms
    .map((term) => ({ ...term, supports: of(term.idref) }))
    .filter((term) => term.supports.length > 0);
  if (helped.length === 0) return null;
  const buttons = helped.map(({ idref, words, supports }) => (
    <SupportPanel key={idref} supports={supports} words={words} look={look} />
  ));
  if (look !== 'words') return buttons;
  const group = { role: 'group', 'aria-label': t('helpHere') } as const;
  return (
    <div className={styles.terms} {...group} data-player-support="" data-qti-suppress-tts="all">
      {buttons}
    </div>
  );
};
