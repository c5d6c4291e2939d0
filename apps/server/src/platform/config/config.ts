import { StartError } from './start-error.ts';
import { type Values, type VariableName, variableList } from './variables.ts';

/** The settings of a server, under the names of their environment variables. */
export type Config = Omit<Values, 'PUBLIC_URL' | 'SECRET' | 'DEMO'> & {
  readonly PUBLIC_URL: string;
  readonly SECRET: string;
  readonly DEMO: boolean;
};

/** A configuration before its secret is known. */
export type Settings = Omit<Config, 'SECRET'> & { readonly SECRET: string | undefined };

type Environment = Readonly<Record<string, string | undefined>>;

/** Which variables make sense only together. */
const needs: readonly (readonly [VariableName, VariableName])[] = [
  ['SMTP_URL', 'MAIL_FROM'],
  ['APP_DATABASE_URL', 'DATABASE_URL'],
];

/** What keys of issuers need where they are kept. */
const needsOfKeys: Readonly<Record<Values['ISSUER_KEYS'], readonly VariableName[]>> = {
  sealed: [],
  pkcs11: ['PKCS11_MODULE', 'PKCS11_TOKEN', 'PKCS11_PIN'],
  'aws-kms': ['KMS_REGION'],
};

/**
 * Reads the environment.
 *
 * @throws {StartError} with a line for each variable that is wrong.
 */
export function readSettings(environment: Environment): Settings {
  const values: Partial<Record<VariableName, unknown>> = {};
  const problems: string[] = [];
  for (const variable of variableList) {
    const given = environment[variable.name]?.trim();
    const text = given === undefined || given === '' ? variable.default : given;
    if (text === undefined) continue;
    const result = variable.schema.safeParse(text);
    if (result.success) values[variable.name] = result.data;
    else {
      const shown = variable.secret ? 'is not valid' : `is ${JSON.stringify(text)}`;
      problems.push(
        `${variable.name} ${shown}; it must be ${variable.must}. Example: ${variable.name}=${variable.example}`,
      );
    }
  }
  for (const [name, other] of needs) {
    if (values[name] !== undefined && !environment[other]) problems.push(`${name} is set; it needs ${other}, too.`);
  }
  const place = values.ISSUER_KEYS as Values['ISSUER_KEYS'] | undefined;
  for (const name of place ? needsOfKeys[place] : []) {
    if (!environment[name]?.trim()) problems.push(`ISSUER_KEYS is "${place}"; it needs ${name}, too.`);
  }
  if (problems.length > 0) throw new StartError(problems.join('\n'));
  return complete(values as Values);
}

function complete(values: Values): Settings {
  return {
    ...values,
    PUBLIC_URL: values.PUBLIC_URL ?? `http://localhost:${values.PORT}`,
    DEMO: values.DEMO ?? values.DATABASE_URL === undefined,
  };
}
