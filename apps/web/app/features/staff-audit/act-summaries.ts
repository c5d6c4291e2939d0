const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** What each operation does in words, by its name: from the OpenAPI document, so that new ones are known at once. */
export const actSummaries = (document: unknown): ReadonlyMap<string, string> => {
  const paths = isRecord(document) && isRecord(document.paths) ? Object.values(document.paths) : [];
  const operations = paths.flatMap((path) => (isRecord(path) ? Object.values(path) : []));
  return new Map(
    operations.flatMap((operation) =>
      isRecord(operation) && typeof operation.operationId === 'string' && typeof operation.summary === 'string'
        ? [[operation.operationId, operation.summary] as const]
        : [],
    ),
  );
};
