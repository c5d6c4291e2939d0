import { formatDay } from '../../../kernel/index.ts';
import type { Pictures } from '../../../platform/pictures/index.ts';
import type { verifyByNumber } from '../verify.ts';
import { drawPicture } from './drawing.ts';

type Verified = Awaited<ReturnType<typeof verifyByNumber>>;

/** The line beside the status. Never good news about one that did not pass. */
const lineOf = ({ inForce, credential: { state, since, validUntil } }: Verified): string => {
  const isGood = state === 'active' || state === 'renewal-due' || state === 'in-grace';
  if (!inForce) return isGood ? 'Open its page to see why' : `Not in force since ${formatDay(since)} (UTC)`;
  return state === 'in-grace'
    ? 'In force for a period of grace'
    : `In force, valid through ${formatDay(validUntil)} (UTC)`;
};

/** The picture of a credential as it stands at this moment. @throws Problem `platform.busy` */
export const pictureOf = async (pictures: Pictures, verified: Verified): Promise<File> => {
  const { credential, inForce } = verified;
  const svg = drawPicture({
    ...(credential.listed ? { holderName: credential.holderName } : {}),
    title: credential.title,
    number: credential.number,
    organizationName: credential.organizationName,
    state: credential.state,
    inForce,
    line: lineOf(verified),
    host: new URL(credential.address).host,
    demonstration: credential.demonstration,
  });
  const png = new Uint8Array(await pictures.png(svg));
  return new File([png], `${credential.number}.png`, { type: 'image/png' });
};
