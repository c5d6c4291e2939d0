import { createApp } from '../../../app.ts';
import type { World } from '../../credentialing/testing/world.ts';
import type { Fetch } from './wallet.ts';

/**
 * The server of a world behind a real socket, and a fetch that finds it under its public address, as a proxy in front
 * would.
 */
export const serve = async (world: World) => {
  const app = await createApp({ context: world.context });
  const local = await app.server.listen({ port: 0, host: '127.0.0.1' });
  const publicUrl = world.config.PUBLIC_URL;
  const reach: Fetch = (input, init) => {
    const asked = input instanceof Request ? input.url : String(input);
    if (!asked.startsWith(publicUrl)) throw new Error(`A wallet asked elsewhere: ${asked}`);
    return fetch(asked.replace(publicUrl, local), init);
  };
  return { fetch: reach, close: app.close };
};

export type Served = Awaited<ReturnType<typeof serve>>;
