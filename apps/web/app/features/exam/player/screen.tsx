import { type ReactNode, useEffect, useRef } from 'react';
import { useText } from '../../../text/use-text.ts';
import { messages } from './messages.ts';
import styles from './screen.module.css';

interface ScreenProps {
  title: string;
  /** It took the place of what the candidate was reading, so that reading goes on at its heading. */
  takesFocus?: boolean;
  children?: ReactNode;
}

/** A page inside the player that is no item. */
export const Screen = ({ title, takesFocus = true, children }: ScreenProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  return (
    <div className={styles.screen}>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </div>
  );
};

/** Before and after the items: the document has a title of its own. */
export const ScreenPage = (props: ScreenProps & { mark: string }) => {
  const t = useText(messages);
  return (
    <>
      <title>{`${props.title} · ${props.mark}`}</title>
      <noscript>
        <p className={styles.screen}>{t('noScript')}</p>
      </noscript>
      <Screen {...props} />
    </>
  );
};
