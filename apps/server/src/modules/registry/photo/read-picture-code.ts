import { Problem } from '../../../kernel/index.ts';
import { createThreads, ThreadFailed } from '../../../platform/threads/index.ts';

const decode = createThreads<Uint8Array, string | undefined>({
  module: new URL('./thread.ts', import.meta.url),
  limitMs: 5000,
  maxAtOnce: 2,
  maxWaiting: 8,
});

const noCode = () => {
  const message =
    'There is no credential in this picture, and no QR code that can be read. Take the photo from straight above, near enough that the code fills most of it, or give the number under the code.';
  return new Problem('invalid', 'registry.no-code-in-picture', message);
};

/**
 * What the QR code in a picture says, read in a thread of its own.
 *
 * @throws Problem `registry.no-code-in-picture`, `registry.busy`
 */
export const readPictureCode = async (bytes: Uint8Array): Promise<string> => {
  let code: string | undefined;
  try {
    code = await decode(bytes);
  } catch (error) {
    if (!(error instanceof ThreadFailed)) throw error;
    if (error.reason !== 'busy') throw noCode();
    const message = 'Other pictures are being read at this moment. Try again in a few seconds.';
    throw new Problem('unavailable', 'registry.busy', message);
  }
  if (code === undefined) throw noCode();
  return code;
};
