import { Client } from 'pg';

/** One statement as the driver sent it, with what came back. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
  /** Its rows, as JSON at that moment: whoever opens sealed values may do so in place. */
  readonly rows: readonly string[];
  readonly seconds: number;
}

type Sent = string | { readonly text: string; readonly values?: readonly unknown[] };

/** Neither what opens and ends a transaction nor the notes of delivery, which are made in batches beside the answers. */
const BESIDE = /^\s*(begin|start transaction|commit|rollback)\b|audit\.deliver\(/i;

/** What the driver of this process sends while the work is done: the statement that enters the context and the last one, with the access log, count. */
export async function recorded<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly statements: readonly Statement[] }> {
  const statements: Statement[] = [];
  const { query } = Client.prototype;
  Client.prototype.query = async function record(this: Client, ...args: unknown[]) {
    const [first, second] = args as [Sent, readonly unknown[] | undefined];
    const [text, values] = typeof first === 'string' ? [first, second ?? []] : [first.text, first.values ?? []];
    const start = performance.now();
    const answer = (await (query as (...all: unknown[]) => Promise<unknown>).apply(this, args)) as { readonly rows?: readonly unknown[] } | undefined;
    if (!BESIDE.test(text)) statements.push({ text, values, rows: (answer?.rows ?? []).map((row) => JSON.stringify(row)), seconds: (performance.now() - start) / 1000 });
    return answer;
  } as typeof query;
  try {
    return { result: await work(), statements };
  } finally {
    Client.prototype.query = query;
  }
}
