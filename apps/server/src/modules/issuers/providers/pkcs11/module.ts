import { KeyUnavailable } from '../provider.ts';
import { remedies, returnValues } from './constants.ts';

/** A call that the module refused, under the name that PKCS#11 gives the reason. */
export class Pkcs11Error extends KeyUnavailable {
  readonly returned: string;

  constructor(call: string, value: number) {
    const returned = returnValues[value] ?? `0x${value.toString(16)}`;
    const remedy = remedies[returned];
    super(`The PKCS#11 module answers ${call} with ${returned}.${remedy === undefined ? '' : ` ${remedy}`}`);
    this.returned = returned;
  }
}

/** A CK_ULONG, of 8 bytes where `unsigned long` has them: Linux and macOS on 64 bits. */
export const ulong = (value: number | bigint): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
};

export const readUlong = (bytes: Buffer, offset = 0): number => Number(bytes.readBigUInt64LE(offset));

/** An argument of a call: numbers by value, buffers by their address; null is the null pointer. */
export type Argument = number | bigint | Buffer | null;

/** A loaded PKCS#11 library. */
export interface Pkcs11Module {
  /**
   * Calls a function on a thread of its own: a token takes its time.
   *
   * @throws Pkcs11Error unless it returns CKR_OK.
   */
  call(name: Pkcs11Function, ...args: readonly Argument[]): Promise<void>;
  /** A CK_ATTRIBUTE array. The buffers are read, or written to, by the call that it is given to. */
  template(attributes: readonly (readonly [type: number, value: Buffer])[]): Buffer;
  /** A CK_MECHANISM without a parameter. */
  mechanism(type: number): Buffer;
}

/** Argument types by function: n is a CK_ULONG, b a CK_BBOOL, p a pointer. */
const functions = {
  C_Initialize: 'p',
  C_GetSlotList: 'bpp',
  C_GetTokenInfo: 'np',
  C_OpenSession: 'nnppp',
  C_CloseSession: 'n',
  C_Login: 'nnpn',
  C_GenerateKeyPair: 'nppnpnpp',
  C_FindObjectsInit: 'npn',
  C_FindObjects: 'npnp',
  C_FindObjectsFinal: 'n',
  C_GetAttributeValue: 'nnpn',
  C_SignInit: 'npn',
  C_Sign: 'npnpp',
} as const;
export type Pkcs11Function = keyof typeof functions;

const typeNames: Readonly<Record<string, string>> = { n: 'ulong', b: 'uchar', p: 'void *' };

/**
 * Loads a module. The foreign function interface is loaded with it, so that nobody else needs it.
 *
 * @throws KeyUnavailable where the file is no PKCS#11 module of this machine.
 */
export const loadModule = async (file: string): Promise<Pkcs11Module> => {
  const { default: koffi } = await import('koffi');
  const bind = () => {
    const library = koffi.load(file);
    return new Map(
      Object.entries(functions).map(([name, types]) => [
        name,
        library.func(
          name,
          'ulong',
          [...types].map((type) => typeNames[type] ?? 'void *'),
        ),
      ]),
    );
  };
  let bound: ReturnType<typeof bind>;
  try {
    bound = bind();
  } catch (cause) {
    throw new KeyUnavailable(`${file} cannot be loaded as a PKCS#11 module. Check PKCS11_MODULE.`, { cause });
  }

  /** Bytes of a structure with pointers in it; what they point at has to outlive the call. */
  const kept = new WeakMap<Buffer, readonly Buffer[]>();
  /** What calls under way read and write: the other thread has addresses alone, which keep nothing alive. */
  const inUse = new Set<readonly Argument[]>();
  return {
    call: async (name, ...args) => {
      inUse.add(args);
      const value = await new Promise<number>((resolve, reject) => {
        bound.get(name)?.async(...args, (error: Error | null, result: number | bigint) => {
          if (error) reject(error);
          else resolve(Number(result));
        });
      }).finally(() => inUse.delete(args));
      if (value !== 0) throw new Pkcs11Error(name, value);
    },
    template: (attributes) => {
      const template = Buffer.concat(
        attributes.map(([type, value]) =>
          Buffer.concat([ulong(type), ulong(koffi.address(value)), ulong(value.length)]),
        ),
      );
      kept.set(
        template,
        attributes.map(([, value]) => value),
      );
      return template;
    },
    mechanism: (type) => Buffer.concat([ulong(type), ulong(0), ulong(0)]),
  };
};
