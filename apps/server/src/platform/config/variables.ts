import path from 'node:path';
import { z } from 'zod';

/** One environment variable. An empty value counts as absent. */
interface Variable {
  /** Reads the text of the environment. */
  readonly schema: z.ZodType<unknown, string>;
  /** Completes "NAME must be …". */
  readonly must: string;
  readonly example: string;
  /** One line for docs/configuration.md. */
  readonly says: string;
  /** As one would write it in the environment. */
  readonly default?: string;
  /** What happens without it, where no fixed default exists. */
  readonly otherwise?: string;
  /** The value itself never appears in a message. */
  readonly secret?: true;
}

const whole = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(min).max(max));

const yesOrNo = z
  .string()
  .toLowerCase()
  .pipe(z.enum(['true', 'false', '1', '0', 'yes', 'no']))
  .transform((word) => ['true', '1', 'yes'].includes(word));

const url = (...protocols: string[]) =>
  z.string().refine((text) => protocols.includes(`${URL.parse(text)?.protocol}`) && URL.parse(text)?.hostname !== '');

const address = z.string().regex(/^([^<>\r\n]+<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/);

/** Every setting of the server. */
export const variables = {
  PORT: {
    schema: whole(1, 65_535),
    must: 'a port number from 1 to 65535',
    example: '8080',
    default: '3000',
    says: 'The port that the server listens on.',
  },
  HOST: {
    schema: z.string().regex(/^[A-Za-z0-9.:_-]+$/),
    must: 'a host name or an IP address',
    example: '0.0.0.0',
    default: '127.0.0.1',
    says: 'The address that the server listens on. `0.0.0.0` accepts connections from other machines.',
  },
  PUBLIC_URL: {
    schema: url('http:', 'https:')
      .refine((text) => ['', '/'].includes(URL.parse(text)?.pathname ?? '?') && !/[?#]/.test(text))
      .transform((text) => new URL(text).origin),
    must: 'the http or https address of the installation, without a path',
    example: 'https://certification.example.org',
    otherwise: '`http://localhost:PORT`',
    says: 'What people type to reach the installation. It stands in letters, credentials and sign-in links.',
  },
  DATA_DIR: {
    schema: z.string().transform((folder) => path.resolve(folder)),
    must: 'a folder',
    example: '/srv/testamur',
    default: './data',
    says: 'The folder for the embedded database, uploaded files and the generated secret. Back it up whole, while stopped.',
  },
  DATABASE_URL: {
    schema: url('postgres:', 'postgresql:'),
    must: 'a PostgreSQL connection',
    example: 'postgres://testamur_owner:password@db.example.org:5432/testamur',
    otherwise: 'the embedded PostgreSQL in `DATA_DIR`',
    says: 'A PostgreSQL server of your own (15 or newer): the owner of the database, who runs migrations. The server makes the role `testamur_app` for itself when the owner has CREATEROLE.',
    secret: true,
  },
  APP_DATABASE_URL: {
    schema: url('postgres:', 'postgresql:'),
    must: 'a PostgreSQL connection',
    example: 'postgres://testamur_app:password@db.example.org:5432/testamur',
    otherwise: 'the role `testamur_app` with a password derived from `SECRET`',
    says: 'With `DATABASE_URL`: the connection that serves requests, as `testamur_app` or a member of it. It must own nothing and not bypass row-level security.',
    secret: true,
  },
  DATABASE_CONNECTIONS: {
    schema: whole(2, 500),
    must: 'a whole number from 2 to 500',
    example: '40',
    default: '20',
    says: 'The most database connections that requests use at once. The embedded database allows 100 in all.',
  },
  SECRET: {
    schema: z.string().min(32),
    must: 'at least 32 characters; make one with: openssl rand -base64 48',
    example: '(the output of that command)',
    otherwise: 'made at the first start and kept in `DATA_DIR/secret`',
    says: 'Signs sessions and seals the keys of issuers. All servers of an installation share it; losing it makes the sealed keys unreadable.',
    secret: true,
  },
  SECRET_FORMER: {
    schema: z.string().min(32),
    must: 'at least 32 characters: the secret from before',
    example: '(what SECRET was until now)',
    otherwise: 'none',
    says: 'After a change of `SECRET`: the one before, which opens keys of issuers that were sealed with it. New keys are sealed with `SECRET`. Leave it out when every older key is rotated.',
    secret: true,
  },
  SMTP_URL: {
    schema: url('smtp:', 'smtps:'),
    must: 'a mail server (smtp or smtps)',
    example: 'smtps://user:password@mail.example.org',
    otherwise: 'letters are kept on the outbox page and not sent',
    says: 'The mail server that letters are sent through. Needs `MAIL_FROM`.',
    secret: true,
  },
  MAIL_FROM: {
    schema: address,
    must: 'an address',
    example: 'Certification Office <office@example.org>',
    otherwise: 'none; required with `SMTP_URL`',
    says: 'The sender of letters.',
  },
  FILES_URL: {
    schema: url('s3:'),
    must: 'a bucket, as s3://bucket/prefix?region=…&endpoint=…',
    example: 's3://evidence?region=eu-central-1',
    otherwise: '`DATA_DIR/files` on this disk',
    says: 'A bucket for uploaded files. `endpoint` names an S3-compatible server. Credentials come from `AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY`, or from the machine.',
  },
  ISSUER_KEYS: {
    schema: z.enum(['sealed', 'pkcs11', 'aws-kms']),
    must: 'sealed, pkcs11 or aws-kms',
    example: 'pkcs11',
    default: 'sealed',
    says: 'Where new keys of issuers are made and kept: sealed with `SECRET` in the database, in a token or HSM by PKCS#11, or in AWS KMS. Keys that exist stay where they are until they are rotated.',
  },
  ISSUER_KEY_WAIT_MINUTES: {
    schema: whole(0, 10_080),
    must: 'a whole number from 0 to 10080',
    example: '1440',
    default: '60',
    says: 'How long a new key is published before it signs, so that verifiers that keep a copy of the DID document know it by then. Demonstrations do not wait.',
  },
  PKCS11_MODULE: {
    schema: z.string().startsWith('/'),
    must: 'the absolute path of a PKCS#11 module',
    example: '/usr/lib/softhsm/libsofthsm2.so',
    otherwise: 'none; required with `ISSUER_KEYS=pkcs11`',
    says: 'The library that the maker of the token or HSM delivers.',
  },
  PKCS11_TOKEN: {
    schema: z.string().max(32),
    must: 'the label of a token, 32 characters at most',
    example: 'testamur',
    otherwise: 'none; required with `ISSUER_KEYS=pkcs11`',
    says: 'The label of the token that new keys are made in.',
  },
  PKCS11_PIN: {
    schema: z.string().min(4),
    must: 'at least 4 characters',
    example: '(the PIN of the token)',
    otherwise: 'none; required with `ISSUER_KEYS=pkcs11`',
    says: 'The PIN of the normal user (CKU_USER) of the token.',
    secret: true,
  },
  KMS_REGION: {
    schema: z.string().regex(/^[a-z0-9-]{3,40}$/),
    must: 'a region of AWS',
    example: 'eu-central-1',
    otherwise: 'none; required with `ISSUER_KEYS=aws-kms`',
    says: 'The region whose KMS keeps the keys. Credentials come from `AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY`, or from the machine.',
  },
  KMS_ENDPOINT: {
    schema: url('http:', 'https:'),
    must: 'an http or https address',
    example: 'https://vpce-0123.kms.eu-central-1.vpce.amazonaws.com',
    otherwise: 'the public endpoint of the region',
    says: 'Another endpoint of KMS, such as one inside a private network.',
  },
  STATUS_LIST_HOURS: {
    schema: whole(1, 168),
    must: 'a whole number from 1 to 168',
    example: '24',
    default: '6',
    says: 'How long a signed status list is valid. It is signed anew after half of it, so an outage of up to half of it is not seen by those who check credentials; a shorter one gives whoever holds back a list less time.',
  },
  VERIFY_ALLOW_HOSTS: {
    schema: z.string().regex(/^[A-Za-z0-9.-]+:\d{1,5}(,[A-Za-z0-9.-]+:\d{1,5})*$/),
    must: 'hosts with their ports, separated by commas',
    example: 'localhost:4567',
    otherwise: 'verification asks public addresses by HTTPS alone',
    says: 'For development: hosts that verification may ask though they are not on the public internet, by plain HTTP. Leave it empty in production.',
  },
  WORKERS: {
    schema: whole(0, 50),
    must: 'a whole number from 0 to 50',
    example: '8',
    default: '4',
    says: 'How many background jobs run at once in this server. With `0`, another server must run them.',
  },
  DEMO: {
    schema: yesOrNo,
    must: 'true or false',
    example: 'false',
    otherwise: '`true` with the embedded database, `false` with `DATABASE_URL`',
    says: 'Fills an empty database with an invented organization, its people and one-click sign-in as each of them.',
  },
  TRUST_PROXY: {
    schema: yesOrNo,
    must: 'true or false',
    example: 'true',
    default: 'false',
    says: 'Takes the address of the client (the last entry of `X-Forwarded-For`) and the request id from the proxy in front. Only behind a proxy of your own: anyone else can forge it.',
  },
  METRICS_TOKEN: {
    schema: z.string().min(16),
    must: 'at least 16 characters',
    example: '(any long random text)',
    otherwise: '`/metrics` answers to this machine alone',
    says: 'The bearer token that `/metrics` asks for.',
    secret: true,
  },
  LOG_LEVEL: {
    schema: z.enum(['debug', 'info', 'warn', 'error', 'silent']),
    must: 'debug, info, warn, error or silent',
    example: 'debug',
    default: 'info',
    says: 'The least important messages that are logged. `debug` has a line for each request.',
  },
  NODE_ENV: {
    schema: z.enum(['production', 'development', 'test']),
    must: 'production, development or test',
    example: 'development',
    default: 'production',
    says: 'With `development`, pages are built anew as their sources change; `npm run dev` sets it.',
  },
} as const satisfies Readonly<Record<string, Variable>>;

type Variables = typeof variables;
export type VariableName = keyof Variables;

/** What each variable reads as; without a default it may be absent. */
export type Values = {
  readonly [Name in VariableName]: Variables[Name] extends { default: string }
    ? z.output<Variables[Name]['schema']>
    : z.output<Variables[Name]['schema']> | undefined;
};

/** The table, without the exact types of its entries. */
export const variableList: readonly (Variable & { readonly name: VariableName })[] = (
  Object.keys(variables) as VariableName[]
).map((name) => ({ name, ...variables[name] }));
