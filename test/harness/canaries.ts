import type { EventEmitter } from 'node:events';
import { inflateRawSync, inflateSync } from 'node:zlib';
import { Client } from 'pg';

/** The text as it is, in hex, and in base64 at each of the three places where its bytes may begin; small letters. */
export function formsOf(canary: string): readonly string[] {
  const bytes = Buffer.from(canary, 'utf8');
  const inBase64 = [0, 1, 2].map((lead) => {
    const text = Buffer.concat([Buffer.alloc(lead, 1), bytes]).toString('base64').replace(/=+$/, '');
    // The letters that the bytes before and after have a part in say nothing.
    return text.slice(lead === 0 ? 0 : lead + 1, (bytes.length + lead) % 3 === 0 ? undefined : -1);
  });
  return [canary, JSON.stringify(canary).slice(1, -1), bytes.toString('hex'), ...inBase64, ...inBase64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')), encodeURIComponent(canary)].map((form) => form.toLowerCase());
}

/** Those of the canaries that a text holds in any form. */
export function canariesIn(text: string, canaries: readonly string[]): string[] {
  const small = text.toLowerCase();
  return canaries.filter((canary) => formsOf(canary).some((form) => small.includes(form)));
}

/** Every table of the hub's schemas as COPY writes it, by a superuser past every policy; what is deflated is inflated beside it. */
export async function copyEveryTable(superuserUrl: string): Promise<ReadonlyMap<string, string>> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(`select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema') order by 1`);
    const dump = new Map<string, string>();
    for (const { name } of rows) dump.set(name, await copied(client, name));
    return dump;
  } finally {
    await client.end();
  }
}

async function copied(client: Client, table: string): Promise<string> {
  const pieces: Buffer[] = [];
  const keep = ({ chunk }: { chunk: Buffer }) => void pieces.push(chunk);
  const { connection } = client as unknown as { connection: EventEmitter };
  connection.on('copyData', keep);
  try {
    await client.query(`copy ${table} to stdout`);
  } finally {
    connection.off('copyData', keep);
  }
  const text = Buffer.concat(pieces).toString('utf8');
  return [text, ...[...text.matchAll(/\\\\x([0-9a-f]+)/g)].map(([, hex = '']) => inflated(Buffer.from(hex, 'hex')))].join('\n');
}

function inflated(bytes: Buffer): string {
  for (const inflate of [inflateSync, inflateRawSync]) {
    try {
      return inflate(bytes).toString('utf8');
    } catch {
      continue;
    }
  }
  return bytes.toString('latin1');
}
