import { KeyUnavailable } from '../provider.ts';
import { CKF, CKU_USER, lostSession } from './constants.ts';
import { loadModule, Pkcs11Error, type Pkcs11Module, readUlong, ulong } from './module.ts';

/** Which token, and how to open it. */
export interface TokenAddress {
  readonly modulePath: string;
  readonly label: string;
  readonly pin: string;
}

export interface TokenSession {
  readonly module: Pkcs11Module;
  readonly handle: number;
  /** Private keys that were found already, by CKA_ID in hexadecimal. */
  readonly found: Map<string, number>;
}

/** A token that is logged in to. */
export interface Token {
  /** Runs work in a session of its own; at most `mostSessions` at once, the rest waits its turn. */
  within<T>(work: (session: TokenSession) => Promise<T>): Promise<T>;
}

const mostSessions = 4;
const labelBytes = 32;
const tokenInfoBytes = 256;

const initialized = new Map<string, Promise<Pkcs11Module>>();

/** A module is initialized once in a process, whoever asks. */
const initialize = (modulePath: string): Promise<Pkcs11Module> => {
  const known = initialized.get(modulePath);
  if (known) return known;
  const made = (async () => {
    const module = await loadModule(modulePath);
    // CK_C_INITIALIZE_ARGS: no callbacks, the module may use the threads and locks of the system.
    const args = Buffer.concat([Buffer.alloc(32), ulong(CKF.OS_LOCKING_OK), ulong(0)]);
    await module.call('C_Initialize', args).catch((error: unknown) => {
      if (!(error instanceof Pkcs11Error) || error.returned !== 'CKR_CRYPTOKI_ALREADY_INITIALIZED') throw error;
    });
    return module;
  })();
  initialized.set(modulePath, made);
  made.catch(() => initialized.delete(modulePath));
  return made;
};

const findSlot = async (module: Pkcs11Module, label: string): Promise<number> => {
  const count = ulong(0);
  await module.call('C_GetSlotList', 1, null, count);
  const slots = Buffer.alloc(8 * Math.max(1, readUlong(count)));
  await module.call('C_GetSlotList', 1, slots, count);
  const seen: string[] = [];
  for (let index = 0; index < readUlong(count); index += 1) {
    const slot = readUlong(slots, 8 * index);
    const info = Buffer.alloc(tokenInfoBytes);
    await module.call('C_GetTokenInfo', slot, info);
    const name = info.subarray(0, labelBytes).toString('utf8').trimEnd();
    if (name === label) return slot;
    if (name !== '') seen.push(`"${name}"`);
  }
  const others = seen.length > 0 ? `Its tokens are ${seen.join(', ')}.` : 'It has no initialized token.';
  throw new KeyUnavailable(`The PKCS#11 module has no token "${label}". ${others} Check PKCS11_TOKEN.`);
};

const openSession = async ({ modulePath, label, pin }: TokenAddress): Promise<TokenSession> => {
  const module = await initialize(modulePath);
  const slot = await findSlot(module, label);
  const handle = ulong(0);
  await module.call('C_OpenSession', slot, CKF.SERIAL_SESSION | CKF.RW_SESSION, null, null, handle);
  const session = { module, handle: readUlong(handle), found: new Map<string, number>() };
  const typed = Buffer.from(pin, 'utf8');
  try {
    await module.call('C_Login', session.handle, CKU_USER, typed, typed.length);
  } catch (error) {
    // All sessions of a process share one login.
    if (error instanceof Pkcs11Error && error.returned === 'CKR_USER_ALREADY_LOGGED_IN') return session;
    await close(session);
    throw error;
  }
  return session;
};

const close = ({ module, handle }: TokenSession): Promise<void> =>
  module.call('C_CloseSession', handle).catch(() => undefined);

const isLost = (error: unknown): boolean => error instanceof Pkcs11Error && lostSession.has(error.returned);

const createToken = (address: TokenAddress): Token => {
  const idle: TokenSession[] = [];
  const waiting: (() => void)[] = [];
  let busy = 0;
  const enter = async (): Promise<void> => {
    if (busy < mostSessions) busy += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else busy -= 1;
  };
  const once = async <T>(work: (session: TokenSession) => Promise<T>, fresh: boolean): Promise<T> => {
    const session = (fresh ? undefined : idle.pop()) ?? (await openSession(address));
    try {
      const result = await work(session);
      idle.push(session);
      return result;
    } catch (error) {
      // A session may be left in the middle of something.
      await close(session);
      throw error;
    }
  };
  return {
    within: async (work) => {
      await enter();
      try {
        return await once(work, false).catch((error: unknown) => {
          if (!isLost(error)) throw error;
          idle.length = 0;
          return once(work, true);
        });
      } finally {
        leave();
      }
    },
  };
};

const tokens = new Map<string, Token>();

/** One pool of sessions a token in a process: tokens allow few, and share their login. */
export const tokenAt = (address: TokenAddress): Token => {
  const name = JSON.stringify([address.modulePath, address.label, address.pin]);
  const token = tokens.get(name) ?? createToken(address);
  tokens.set(name, token);
  return token;
};
