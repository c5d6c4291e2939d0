import type { MouseEvent } from 'react';
import { useText } from '../../../text/use-text.ts';
import { messages } from './messages.ts';

interface SkipLinksProps {
  /** Ids of the heading of the item, of the tools, and of the navigation. */
  item: string;
  tools: readonly string[];
  navigation: string;
}

const isShown = (element: HTMLElement | null): element is HTMLElement =>
  element !== null && element.offsetParent !== null;

/** The first stops of the keyboard. The address stays as it is, so that nothing is loaded anew. */
export const SkipLinks = ({ item, tools, navigation }: SkipLinksProps) => {
  const t = useText(messages);
  const leadTo = (ids: readonly string[]) => (event: MouseEvent) => {
    event.preventDefault();
    const elements = ids.map((id) => document.getElementById(id));
    (elements.find(isShown) ?? elements.find((element) => element !== null))?.focus();
  };
  return (
    <div data-screen-only>
      <a href={`#${item}`} className="t-hidden t-skip" onClick={leadTo([item])}>
        {t('toItem')}
      </a>
      <a href={`#${tools[0]}`} className="t-hidden t-skip" onClick={leadTo(tools)}>
        {t('toTools')}
      </a>
      <a href={`#${navigation}`} className="t-hidden t-skip" onClick={leadTo([navigation])}>
        {t('toNavigation')}
      </a>
    </div>
  );
};
