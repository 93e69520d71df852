/** What global setup left for the test files, in the environment of Jest's workers. */
export interface TestServer {
  readonly folder: string;
  /** Where the server keeps its files and its log. */
  readonly databaseFolder: string;
  readonly superuserUrl: string;
  readonly template: string;
  readonly ownerPassword: string;
  readonly appPassword: string;
  readonly backupPassword: string;
}

export function testServer(): TestServer {
  const text = process.env.HUB_TEST_SERVER;
  if (!text) throw new Error('No test database: this file must run in the Jest project "database".');
  return JSON.parse(text) as TestServer;
}

/** The address of one database of the test server, for one of its users. */
export function urlFor(superuserUrl: string, user: string, password: string, database: string): string {
  const url = new URL(superuserUrl);
  url.username = user;
  url.password = password;
  url.pathname = `/${database}`;
  return url.href;
}
