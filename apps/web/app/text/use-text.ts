import { createElement, Fragment, type ReactNode, useMemo } from 'react';
import { useDocument } from '../document/document-context.ts';
import { compile, type TextValues, type Translate, textIn } from './format.ts';
import type { Messages } from './messages.ts';

type RichValues = Readonly<Record<string, TextValues[string] | ReactNode | ((words: ReactNode) => ReactNode)>>;

export interface Text<M extends Messages> extends Translate<M> {
  /** For words with links or emphasis inside: `t.rich('seeHelp', { link: (words) => <Link to="/help">{words}</Link> })`. */
  rich(key: keyof M & string, values: RichValues): ReactNode;
}

/** The words of a feature in the reader's language: `const t = useText(messages); t('title')`. */
export const useText = <M extends Messages>(messages: M): Text<M> => {
  const { locale } = useDocument();
  return useMemo(() => {
    const rich = (key: keyof M & string, values: RichValues): ReactNode => {
      const message = messages[key];
      if (message === undefined) throw new Error(`There is no message '${key}'.`);
      const filled = Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          name,
          typeof value === 'function' ? (parts: ReactNode[]) => value(createElement(Fragment, null, ...parts)) : value,
        ]),
      );
      const parts = compile(message, locale).format<ReactNode>(filled);
      return Array.isArray(parts) ? createElement(Fragment, null, ...parts) : parts;
    };
    return Object.assign(textIn(locale, messages), { rich });
  }, [locale, messages]);
};
