import type { Program } from '@testamur/program';
import { useText } from '../../text/use-text.ts';
import { messages } from './messages.ts';

interface Sourced {
  readonly source?: string | undefined;
  readonly assumed?: readonly string[] | undefined;
}

/** The asterisk of an assumed figure, read out as such and linked to what it means. */
export const Assumed = () => {
  const t = useText(messages);
  return (
    <a href="#sources" title={t('assumed')} style={{ textDecoration: 'none' }}>
      <span aria-hidden="true">*</span>
      <span className="t-hidden"> ({t('assumption')})</span>
    </a>
  );
};

/** The number of the source that states a part, linked to the list of sources. */
export const SourceMark = ({ program, of }: { program: Program; of: Sourced }) => {
  const t = useText(messages);
  const at = program.sources.findIndex((source) => source.id === of.source);
  if (at < 0) return null;
  return (
    <sup>
      <a href={`#source-${of.source}`} aria-label={t('sourceNote', { number: at + 1 })}>
        {at + 1}
      </a>
    </sup>
  );
};

export const isAssumed = (of: Sourced, field: string): boolean => of.assumed?.includes(field) ?? false;
