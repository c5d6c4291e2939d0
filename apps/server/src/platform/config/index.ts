import { type Config, readSettings } from './config.ts';
import { keepSecret } from './secret.ts';

export type { Config } from './config.ts';

/** The configuration of this start: the environment, and the secret that the data folder keeps when none is given. */
export async function loadConfig(environment: Readonly<Record<string, string | undefined>>): Promise<Config> {
  const settings = readSettings(environment);
  return { ...settings, SECRET: settings.SECRET ?? (await keepSecret(settings.DATA_DIR)) };
}
