interface Schema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly description?: string;
}

interface Operation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema?: Schema;
  }[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> };
  readonly responses?: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }>
  >;
}

export interface ApiDocument {
  readonly servers?: readonly { readonly url: string }[];
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

export interface Member {
  readonly name: string;
  readonly where: 'path' | 'query' | 'body';
  readonly type: string;
  readonly required: boolean;
}

export interface Described {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly prose: readonly string[];
  readonly members: readonly Member[];
  readonly answer: readonly string[];
}

export interface DescribedTag {
  readonly tag: string;
  readonly operations: readonly Described[];
}

/** A schema in a few words: `string (date-time)`, `"accepted" | "not-accepted"`, `list of object`. */
export const typeInWords = (schema: Schema | undefined): string => {
  if (!schema) return 'any';
  const options = schema.anyOf ?? schema.oneOf;
  if (options) return [...new Set(options.map(typeInWords))].join(' | ');
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  const type = Array.isArray(schema.type) ? schema.type.join(' | ') : (schema.type as string | undefined);
  if (type === 'array') return `list of ${typeInWords(schema.items)}`;
  return schema.format && type ? `${type} (${schema.format})` : (type ?? 'any');
};

const membersOf = (operation: Operation): Member[] => {
  const parameters = (operation.parameters ?? []).map(
    (parameter): Member => ({
      name: parameter.name,
      where: parameter.in === 'path' ? 'path' : 'query',
      type: typeInWords(parameter.schema),
      required: parameter.required ?? false,
    }),
  );
  const body = Object.values(operation.requestBody?.content ?? {})[0]?.schema;
  const inBody = Object.entries(body?.properties ?? {}).map(
    ([name, schema]): Member => ({
      name,
      where: 'body',
      type: typeInWords(schema),
      required: body?.required?.includes(name) ?? false,
    }),
  );
  return [...parameters, ...inBody];
};

const answerOf = (operation: Operation): string[] => {
  const success = Object.entries(operation.responses ?? {}).find(([status]) => status.startsWith('2'))?.[1];
  const [mediaType, content] = Object.entries(success?.content ?? {})[0] ?? [];
  const members = Object.entries(content?.schema?.properties ?? {});
  if (members.length > 0) return members.map(([name, schema]) => `${name}: ${typeInWords(schema)}`);
  return mediaType === undefined || mediaType === 'application/json' ? [] : [mediaType];
};

/** The document as the page shows it: by tag, in the order of the contract. */
export const describeByTag = (document: ApiDocument): DescribedTag[] => {
  const byTag = new Map<string, Described[]>();
  for (const [path, methods] of Object.entries(document.paths ?? {})) {
    for (const [method, operation] of Object.entries(methods)) {
      const tag = operation.tags?.[0] ?? 'Other';
      const described: Described = {
        id: operation.operationId ?? `${method}-${path}`,
        method: method.toUpperCase(),
        path,
        summary: operation.summary ?? '',
        prose: (operation.description ?? '').split('\n\n').filter((paragraph) => paragraph !== ''),
        members: membersOf(operation),
        answer: answerOf(operation),
      };
      byTag.set(tag, [...(byTag.get(tag) ?? []), described]);
    }
  }
  return [...byTag].map(([tag, operations]) => ({ tag, operations }));
};

/** The same call from a command line. */
export const curlOf = ({ method, path, members }: Described, server: string): string => {
  const sent = members.filter((member) => member.where === 'body' && member.required);
  const lines = [
    `curl ${method === 'GET' ? '' : `-X ${method} `}'${server}${path}'`,
    `-H 'Authorization: Bearer $TOKEN'`,
  ];
  if (method !== 'GET') lines.push(`-H "Idempotency-Key: $(uuidgen)"`);
  if (sent.length > 0) {
    const body = Object.fromEntries(sent.map((member) => [member.name, `<${member.type.replaceAll('"', '')}>`]));
    lines.push(`-H 'Content-Type: application/json'`, `-d '${JSON.stringify(body)}'`);
  }
  return lines.join(' \\\n  ');
};
