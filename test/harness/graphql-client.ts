export interface GraphQLReply<T> {
  readonly status: number;
  readonly data: T | null;
  readonly errors?: readonly { readonly message: string; readonly path?: readonly (string | number)[]; readonly extensions: { readonly code: string } & Record<string, unknown> }[];
}

export interface SignedIn {
  readonly user: { readonly displayName: string; readonly agencyCode: string; readonly agencyName: string; readonly agencyKind: string; readonly roles: readonly string[] };
  readonly csrfToken: string;
  readonly cookie: string;
}

/** A person at the API: cookie and CSRF header as the web app sends them. */
export class GraphQLClient {
  private constructor(readonly url: string, private readonly headers: Record<string, string>, readonly session: SignedIn | null) {}

  static async signIn(url: string, email: string, password: string): Promise<GraphQLClient> {
    const reply = await fetch(`${url}/auth/sign-in`, {
      method: 'POST', headers: { 'content-type': 'application/json', origin: url }, body: JSON.stringify({ email, password }),
    });
    if (reply.status !== 200) throw new Error(`Signing in answered ${reply.status}: ${await reply.text()}`);
    const cookie = reply.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
    const body = (await reply.json()) as Omit<SignedIn, 'cookie'>;
    return new GraphQLClient(url, { cookie, origin: url, 'x-hub-csrf': body.csrfToken }, { ...body, cookie });
  }

  static withToken(url: string, token: string): GraphQLClient {
    return new GraphQLClient(url, { authorization: `Bearer ${token}` }, null);
  }

  static anonymous(url: string): GraphQLClient {
    return new GraphQLClient(url, { origin: url }, null);
  }

  /** The answer as it is, errors and all. */
  async ask<T = Record<string, unknown>>(query: string, variables: Record<string, unknown> = {}): Promise<GraphQLReply<T>> {
    const reply = await this.send('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }) });
    return { status: reply.status, ...((await reply.json()) as Omit<GraphQLReply<T>, 'status'>) };
  }

  /** The data; an error fails the test with its code and place. */
  async query<T = Record<string, unknown>>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    const { status, data, errors } = await this.ask<T>(query, variables);
    if (errors?.length) throw new Error(errors.map(({ message, path, extensions }) => `${extensions.code} at ${path?.join('.') ?? '(request)'}: ${message}`).join('\n'));
    if (!data) throw new Error(`No data, status ${status}`);
    return data;
  }

  send(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(`${this.url}${path}`, { ...init, headers: { ...this.headers, ...(init.headers as Record<string, string> | undefined) } });
  }

  /** Hands in a file; answers the reference of the import. */
  async upload(kind: 'ANNEX_A' | 'PROFILE_SHEET', name: string, content: Buffer): Promise<string> {
    const reply = await this.send(`/imports?kind=${kind}`, {
      method: 'POST', headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(name) }, body: new Uint8Array(content),
    });
    if (reply.status !== 202) throw new Error(`The import answered ${reply.status}: ${await reply.text()}`);
    return ((await reply.json()) as { reference: string }).reference;
  }
}
