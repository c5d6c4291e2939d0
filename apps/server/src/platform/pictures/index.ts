import { Problem } from '../../kernel/index.ts';
import { shippedFontFiles } from '../pdf/index.ts';
import { createThreads, ThreadFailed } from '../threads/index.ts';

/** What a drawing becomes; the thread reads the fonts by their files. */
export interface PictureOrder {
  readonly svg: string;
  readonly as: 'png' | 'outlines';
  readonly fontFiles: readonly string[];
}

export interface Pictures {
  /** The drawing in pixels, as large as its own width and height say. */
  png(svg: string): Promise<Uint8Array>;
  /** The drawing with its letters as outlines, so that it looks the same where the fonts are missing; it keeps its title. */
  outlined(svg: string): Promise<string>;
}

const mostKept = 200;
/** A page full of badges is no attack. */
const mostWaiting = 32;

/** Why a picture was not drawn, where its caller may try again. */
const asProblem = (error: unknown): never => {
  if (!(error instanceof ThreadFailed) || error.reason === 'failed') throw error;
  throw new Problem('unavailable', 'platform.busy', 'Other pictures are being drawn. Try again in a few seconds.');
};

/**
 * Draws SVG in Source Serif 4 and Source Sans 3, in a thread of its own. Nothing that a drawing refers to is loaded. What
 * was drawn is kept by the drawing itself, the latest 200, and what is being drawn is not drawn twice.
 *
 * Its functions throw Problem `platform.busy` where too many drawings wait already, or one took too long.
 */
export const createPictures = ({ maxWaiting = mostWaiting } = {}): Pictures => {
  const draw = createThreads<PictureOrder, Uint8Array | string>({
    module: new URL('./thread.ts', import.meta.url),
    limitMs: 10_000,
    maxAtOnce: 2,
    maxWaiting,
  });
  const kept = new Map<string, Promise<Uint8Array | string>>();
  const drawn = (svg: string, as: PictureOrder['as']): Promise<Uint8Array | string> => {
    const key = `${as} ${svg}`;
    const picture = kept.get(key) ?? draw({ svg, as, fontFiles: shippedFontFiles }).catch(asProblem);
    kept.delete(key);
    kept.set(key, picture);
    // What failed is tried anew by the next one who asks.
    picture.catch(() => kept.delete(key));
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    return picture;
  };
  return {
    png: async (svg) => Uint8Array.from(Buffer.from(await drawn(svg, 'png'))),
    outlined: async (svg) => {
      const [title = ''] = /<title>[^<]*<\/title>/.exec(svg) ?? [];
      return String(await drawn(svg, 'outlines')).replace(/^<svg [^>]*>/, (start) => start + title);
    },
  };
};
