import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { type RefObject, useRef, useState } from 'react';
import { Icon } from '../../parts/icon.tsx';
import { useText } from '../../text/use-text.ts';
import { mayPlay, playsLeft } from '../answers/plays.ts';
import { isSafeAddress } from '../content/allowed.ts';
import { Group } from '../group.tsx';
import type { InteractionProps, KindOf } from '../interaction-props.ts';
import { messages } from '../messages.ts';
import styles from './media.module.css';

type Props = InteractionProps<KindOf<'media'>>;

/** A sound or film; the answer is how often it was played (class MediaInteraction). */
export const Media = (props: Props) => {
  const { interaction, value, onChange, mode } = props;
  const { maxPlays } = interaction;
  const t = useText(messages);
  const element = useRef<HTMLMediaElement>(null);
  const [state, setState] = useState<'rest' | 'playing' | 'paused'>('rest');
  const [failed, setFailed] = useState(false);
  const count = typeof value === 'number' ? value : 0;
  const plays = { count, max: maxPlays };
  const left = playsLeft(plays);
  // With a limit there is no bar to seek in: a play runs from its beginning, and can be paused.
  // A review counts nothing, and may play as often as it likes.
  const limited = maxPlays > 0 && mode !== 'review';

  const onPlay = () => {
    // Behind the back of the buttons, as by a key of the keyboard for media.
    if (mode === 'locked' || !mayPlay(plays, state !== 'rest')) {
      element.current?.pause();
      return;
    }
    if (state === 'rest' && mode === 'open') onChange(count + 1);
    setState('playing');
  };
  const onEnded = () => {
    setState('rest');
    if (!interaction.loop || (limited && left <= 0)) return;
    if (element.current) element.current.currentTime = 0;
    element.current?.play().catch(() => setState('rest'));
  };
  const press = () => {
    const media = element.current;
    if (!media) return;
    if (state === 'playing') return media.pause();
    if (state === 'rest') media.currentTime = 0;
    media.play().catch(() => setFailed(true));
  };
  const canPress = mode !== 'locked' && mayPlay(plays, state !== 'rest');
  const words = state === 'playing' ? t('pause') : state === 'paused' ? t('goOn') : t('play');
  return (
    <Group className={styles.media} labelledBy={props.labelledBy}>
      <Player
        {...props}
        element={element}
        native={!limited && mode !== 'locked'}
        onPlay={onPlay}
        onPause={() => setState((before) => (before === 'playing' ? 'paused' : before))}
        onEnded={onEnded}
        onError={() => setFailed(true)}
      />
      {limited && (
        <button type="button" className={styles.play} disabled={!canPress} onClick={press}>
          <Icon of={state === 'playing' ? IconPlayerPause : IconPlayerPlay} /> {words}
        </button>
      )}
      <p className={styles.count}>
        {t('played', { count })} {limited && t('playsLeft', { count: left })}
      </p>
      {failed && (
        <p role="alert" className={styles.failed}>
          {t('mediaFailed')}
        </p>
      )}
    </Group>
  );
};

interface PlayerProps extends Props {
  readonly element: RefObject<HTMLMediaElement | null>;
  readonly native: boolean;
  onPlay(): void;
  onPause(): void;
  onEnded(): void;
  onError(): void;
}

const Player = (props: PlayerProps) => {
  const { interaction, element, native, mode, describedBy, onPlay, onPause, onEnded, onError } = props;
  const { media, autostart } = interaction;
  const { kind, alt } = media;
  const sources = media.sources.filter(({ data }) => isSafeAddress(data));
  const isSound =
    kind === 'audio' || (kind === 'object' && sources.some(({ mimeType }) => mimeType?.startsWith('audio/')));
  const given = {
    controls: native,
    controlsList: 'nodownload',
    preload: 'metadata',
    autoPlay: autostart && mode === 'open',
    'aria-label': alt === '' ? undefined : alt,
    'aria-describedby': describedBy,
    onPlay,
    onPause,
    onEnded,
    onError,
  };
  const inside = (
    <>
      {sources.map(({ data, mimeType }) => (
        <source key={data} src={data} {...(mimeType === null ? {} : { type: mimeType })} />
      ))}
      {media.tracks.map(({ src, kind: of, language, label }) => (
        <track
          key={src}
          src={src}
          kind={of}
          srcLang={language ?? undefined}
          label={label ?? undefined}
          default={of === 'captions' || of === 'subtitles'}
        />
      ))}
    </>
  );
  if (isSound) {
    return (
      <audio {...given} ref={element as RefObject<HTMLAudioElement | null>}>
        {inside}
      </audio>
    );
  }
  const size = {
    ...(media.width === null ? {} : { width: media.width }),
    ...(media.height === null ? {} : { height: media.height }),
  };
  return (
    <video {...given} {...size} playsInline disablePictureInPicture ref={element as RefObject<HTMLVideoElement | null>}>
      {inside}
    </video>
  );
};
