import { useState } from 'react';
import { useText } from '../../text/use-text.ts';
import type { InteractionProps, KindOf } from '../interaction-props.ts';
import { messages } from './messages.ts';
import styles from './pci.module.css';
import { Sandbox } from './sandbox.tsx';

type PortableCustomProps = InteractionProps<KindOf<'portable-custom'>>;

/**
 * A portable custom interaction (QTI 3.0 ASI information model, class PortableCustomInteraction), in a sandbox without an
 * origin. An answer that comes from elsewhere starts it anew: the standard has no way to change one from outside.
 */
export const PortableCustomPlayer = (props: PortableCustomProps) => {
  const { value, onChange, mode, context } = props;
  const t = useText(messages);
  const [own, setOwn] = useState(value);
  const [run, setRun] = useState(0);
  if (JSON.stringify(value) !== JSON.stringify(own)) {
    setOwn(value);
    setRun(run + 1);
  }
  if (context.modules === undefined) return <p className={styles.notice}>{t('noModules')}</p>;
  return (
    <Sandbox
      key={`${run} ${mode}`}
      {...props}
      onChange={(next) => {
        setOwn(next);
        onChange(next);
      }}
    />
  );
};
