/** The PostgreSQL of this run of the tests, as the global setup hands it to the test files. */
export interface TestServer {
  readonly adminUrl: string;
  /** Begins the name of every database of the run. */
  readonly prefix: string;
  readonly password: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

export function testUrl(server: TestServer, user: string, database: string): string {
  const url = new URL(server.adminUrl);
  url.username = user;
  url.password = server.password;
  url.pathname = `/${database}`;
  return url.href;
}
