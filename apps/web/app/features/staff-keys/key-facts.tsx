import { Time } from '../../parts/time.tsx';
import type { useText } from '../../text/use-text.ts';
import type { SigningKey } from './key-list.ts';
import type { messages } from './messages.ts';

type Text = ReturnType<typeof useText<typeof messages>>;

/** Since, from or until when it is what it is. */
export const whenOf = (t: Text, { state, activatesAt, retiredAt, compromisedAt }: SigningKey) => {
  const time = (at: string) => ({ time: <Time key="time" at={at} /> });
  if (state === 'compromised') return t.rich('since', time(compromisedAt ?? activatesAt));
  if (state === 'retired') return t.rich('since', time(retiredAt ?? activatesAt));
  if (state === 'next') return t.rich('from', time(activatesAt));
  return retiredAt === undefined ? t.rich('since', time(activatesAt)) : t.rich('until', time(retiredAt));
};

/** Where the private half lies. */
export const placeOf = (t: Text, { provider, place }: SigningKey): string =>
  provider === 'pkcs11' ? t('place.pkcs11', { place }) : t(`place.${provider}`);
