import { Client } from 'pg';

/** The trigger on hub.outbox notifies this channel when the inserting transaction commits. */
export const OUTBOX_CHANNEL = 'hub_outbox';

const RETRY_MS = 1000;

/** Tells at once when something was put into the outbox. A lost connection is renewed; the relay polls meanwhile. */
export class OutboxSignal {
  private client: Client | undefined;
  private retry: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(private readonly databaseUrl: string, private readonly wake: () => void) {}

  async open(): Promise<void> {
    if (this.closed) return;
    const client = new Client({ connectionString: this.databaseUrl, keepAlive: true, application_name: 'hub-outbox' });
    this.client = client;
    client.on('notification', () => this.wake());
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    try {
      await client.connect();
      await client.query(`listen ${OUTBOX_CHANNEL}`);
      // What was written while nobody listened.
      this.wake();
    } catch {
      this.lost(client);
    }
  }

  private lost(client: Client): void {
    if (this.client !== client || this.closed) return;
    this.client = undefined;
    client.end().catch(() => undefined);
    this.retry = setTimeout(() => void this.open(), RETRY_MS);
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.retry);
    await this.client?.end().catch(() => undefined);
  }
}
