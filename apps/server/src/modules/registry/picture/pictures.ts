import { formatDay, Problem } from '../../../kernel/index.ts';
import { shippedFontFiles } from '../../../platform/pdf/index.ts';
import { createThreads, ThreadFailed } from '../../../platform/threads/index.ts';
import type { verifyByNumber } from '../verify.ts';
import { drawPicture } from './drawing.ts';

type Verified = Awaited<ReturnType<typeof verifyByNumber>>;

const mostKept = 200;

/** What the thread is given; the fonts by their files, because reading them is its own work. */
export interface PictureOrder {
  readonly svg: string;
  readonly fontFiles: readonly string[];
}

/** The line beside the status. Never good news about one that did not pass. */
const lineOf = ({ inForce, credential: { state, since, validUntil } }: Verified): string => {
  const isGood = state === 'active' || state === 'renewal-due' || state === 'in-grace';
  if (!inForce) return isGood ? 'Open its page to see why' : `Not in force since ${formatDay(since)} (UTC)`;
  return state === 'in-grace'
    ? 'In force for a period of grace'
    : `In force, valid through ${formatDay(validUntil)} (UTC)`;
};

/**
 * Pictures of credentials as they stand at this moment. Drawn in a thread of its own, and kept by all that they show, so
 * that another state is another picture.
 */
export const createPictures = () => {
  const render = createThreads<PictureOrder, Uint8Array>({
    module: new URL('./thread.ts', import.meta.url),
    limitMs: 10_000,
    maxAtOnce: 2,
  });
  const kept = new Map<string, Uint8Array>();
  const underWay = new Map<string, Promise<Uint8Array>>();

  /** Drawn once, however many ask at the same moment. */
  const pngOf = (svg: string): Promise<Uint8Array> => {
    const begun = underWay.get(svg);
    if (begun) return begun;
    const drawn = render({ svg, fontFiles: shippedFontFiles })
      .catch((error: unknown) => {
        if (!(error instanceof ThreadFailed) || error.reason === 'failed') throw error;
        throw new Problem('conflict', 'registry.busy', 'Other pictures are being drawn. Try again in a few seconds.');
      })
      .finally(() => underWay.delete(svg));
    underWay.set(svg, drawn);
    return drawn;
  };

  return {
    draw: async (verified: Verified): Promise<File> => {
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
      const png = kept.get(svg) ?? (await pngOf(svg));
      kept.delete(svg);
      kept.set(svg, png);
      const [oldest] = kept.keys();
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
      return new File([new Uint8Array(png)], `${credential.number}.png`, { type: 'image/png' });
    },
  };
};
