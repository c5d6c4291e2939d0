import { isIP } from 'node:net';
import { generate } from 'selfsigned';

const day = 86_400_000;

/** A certificate for a month that nobody has signed but itself, for this machine and the host. */
export const selfSigned = async (host: string, now: Date): Promise<{ readonly key: string; readonly cert: string }> => {
  const names = [...new Set(['localhost', '127.0.0.1', '::1', host])];
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(now.getTime() - day),
    notAfterDate: new Date(now.getTime() + 30 * day),
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: names.map((name) => (isIP(name) === 0 ? { type: 2, value: name } : { type: 7, ip: name })),
      },
    ],
  });
  return { key, cert };
};
