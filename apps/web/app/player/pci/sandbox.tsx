import { useEffect, useRef, useState } from 'react';
import { useDocument } from '../../document/document-context.ts';
import { useText } from '../../text/use-text.ts';
import type { InteractionProps, KindOf } from '../interaction-props.ts';
import { hostPath } from './host-path.ts';
import { messages } from './messages.ts';
import styles from './pci.module.css';
import { startSandbox } from './start-sandbox.ts';

const patienceSeconds = 10;

type Stage = 'starting' | 'running' | 'silent' | 'left' | { readonly failed: string };

/** The frame in which an interaction runs, from its start to its end. */
export const Sandbox = (props: InteractionProps<KindOf<'portable-custom'>>) => {
  const { interaction, mode, labelledBy, describedBy } = props;
  const t = useText(messages);
  const { locale } = useDocument();
  const [isMounted, setMounted] = useState(false);
  const [stage, setStage] = useState<Stage>('starting');
  const [problem, setProblem] = useState<string | null>(null);
  const [height, setHeight] = useState(160);
  const frame = useRef<HTMLIFrameElement>(null);
  const loads = useRef(0);
  const end = useRef<(() => void) | null>(null);
  const latest = useRef(props);
  latest.current = props;

  // Made in the browser alone: a frame that was loaded before the page was alive would never be told to start.
  useEffect(() => setMounted(true), []);
  useEffect(() => () => end.current?.(), []);
  useEffect(() => {
    if (!isMounted) return;
    const timer = setTimeout(() => setStage((now) => (now === 'starting' ? 'silent' : now)), patienceSeconds * 1_000);
    return () => clearTimeout(timer);
  }, [isMounted]);

  const onLoad = () => {
    loads.current += 1;
    if (loads.current > 1) {
      // The document that was started is gone: what is in the frame now is not ours to talk to.
      end.current?.();
      end.current = null;
      return setStage('left');
    }
    const target = frame.current?.contentWindow;
    if (!target) return;
    end.current = startSandbox(target, {
      props: latest.current,
      language: interaction.language ?? locale,
      direction: frame.current && getComputedStyle(frame.current).direction === 'rtl' ? 'rtl' : 'ltr',
      onReady: () => setStage((now) => (now === 'starting' || now === 'silent' ? 'running' : now)),
      onFailed: (reason) => setStage((now) => (now === 'starting' ? { failed: reason } : now)),
      onHeight: setHeight,
      onValue: (value) => {
        setProblem(null);
        if (latest.current.mode === 'open') latest.current.onChange(value);
      },
      onRefused: setProblem,
      onState: (state) => {
        if (latest.current.mode === 'open') latest.current.context.onState?.(interaction.responseIdentifier, state);
      },
    });
  };

  const notice =
    stage === 'starting'
      ? t('starting')
      : stage === 'silent'
        ? t('silent', { seconds: patienceSeconds })
        : stage === 'left'
          ? t('left')
          : stage === 'running'
            ? null
            : t('failed', { reason: stage.failed });
  const isOver = stage === 'left' || typeof stage === 'object';
  return (
    <div className={styles.custom} data-wide="">
      {isMounted && !isOver && (
        <iframe
          ref={frame}
          className={styles.frame}
          title={t('frame')}
          aria-labelledby={labelledBy}
          {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
          src={hostPath}
          sandbox="allow-scripts"
          referrerPolicy="no-referrer"
          allow=""
          inert={mode !== 'open'}
          data-shown={stage === 'running'}
          style={{ blockSize: `${height}px` }}
          onLoad={onLoad}
        />
      )}
      <p className={styles.notice} role="status" hidden={notice === null}>
        {notice}
      </p>
      {problem !== null && (
        <p className={styles.notice} role="status">
          {t('badResponse', { reason: problem })}
        </p>
      )}
    </div>
  );
};
