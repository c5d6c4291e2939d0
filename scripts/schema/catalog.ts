/** Runs a query that gives one statement a row, in its column `sql`. */
export type Catalog = (query: string) => Promise<string[]>;

export async function statements(catalog: Catalog, query: string, separator = '\n\n'): Promise<string> {
  return (await catalog(query)).join(separator);
}
