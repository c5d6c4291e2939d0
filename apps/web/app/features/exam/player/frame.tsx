import { type ReactNode, useEffect, useRef } from 'react';
import { displayVariables, groundStyle } from '../../../player/tools/index.ts';
import styles from './player.module.css';
import type { Settings } from './settings.ts';

/** The outermost element: colors, font and size as the candidate likes them. It answers itself for a lost connection. */
export const Frame = ({ settings, children }: { settings: Settings; children: ReactNode }) => {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const measure = () => {
      const { current } = place;
      current?.style.setProperty('--exam-above', `${current.offsetTop}px`);
    };
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  const style: Record<string, string> = {
    ...groundStyle(settings.ground),
    ...displayVariables(settings),
  };
  return (
    <div ref={place} className={styles.player} data-offline="own" style={style}>
      {children}
    </div>
  );
};
