import type { Config } from '../platform/config/index.ts';

export interface SignIn {
  readonly who: string;
  readonly email: string;
}

/** Prints where to go and, for demonstrations, how to sign in; the last line says that it is ready. */
export const announce = (options: {
  readonly config: Pick<Config, 'PUBLIC_URL'>;
  readonly signIns: { readonly password: string; readonly people: readonly SignIn[] } | undefined;
  readonly seconds: number;
}): void => {
  const { config, signIns, seconds } = options;
  const lines = ['', `  Testamur      ${config.PUBLIC_URL}`, `  API           ${config.PUBLIC_URL}/api`, ''];
  if (signIns) {
    const width = Math.max(...signIns.people.map(({ email }) => email.length));
    lines.push(`  Demonstration sign-ins, all with the password "${signIns.password}":`);
    lines.push(...signIns.people.map(({ who, email }) => `    ${email.padEnd(width)}  ${who}`), '');
  }
  lines.push(`ready in ${seconds.toFixed(1)} s`);
  process.stdout.write(`${lines.join('\n')}\n`);
};
