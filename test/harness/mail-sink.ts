import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';

/** A mail as the server took it. */
export interface TakenMail {
  readonly to: string;
  readonly id: string;
  readonly subject: string;
  /** Headers and bodies, as they came over the wire. */
  readonly raw: string;
  /** With the quoted-printable of its parts undone. */
  readonly words: string;
}

/** What the server does with the next mails. STALL: it hears a mail to its end and says nothing. REFUSE and LATER: at the recipient. */
export type SinkMood = 'TAKE' | 'STALL' | 'REFUSE' | 'LATER';

export interface MailSink {
  /** For HUB_SMTP_URL; stays the same while the server is down. */
  readonly url: string;
  readonly taken: readonly TakenMail[];
  /** How many mails were heard to their end, taken or not. */
  readonly heard: number;
  mood: SinkMood;
  /** Whose mails alone the mood is about; all where it is left out. */
  about: string | undefined;
  down(): Promise<void>;
  up(): Promise<void>;
  stop(): Promise<void>;
}

/** A real SMTP server on this machine that keeps what it is given, and fails as it is told to. */
export async function startMailSink(): Promise<MailSink> {
  const taken: TakenMail[] = [];
  const stalled: (() => void)[] = [];
  let server = makeServer();
  let port = 0;
  const sink: MailSink = {
    get url() { return `smtp://127.0.0.1:${port}`; },
    taken, heard: 0, mood: 'TAKE', about: undefined,
    down: async () => {
      for (const end of stalled.splice(0)) end();
      await new Promise<void>((resolve) => server.close(resolve));
    },
    up: async () => {
      server = makeServer();
      port = await listen(server, port);
    },
    stop: () => sink.down(),
  };

  function makeServer(): SMTPServer {
    const made = new SMTPServer({
      authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], closeTimeout: 100,
      onRcptTo: ({ address }, _, answer) => {
        const refuses = (sink.mood === 'REFUSE' || sink.mood === 'LATER') && (sink.about ?? address) === address;
        answer(refuses ? Object.assign(new Error('Not for us'), { responseCode: sink.mood === 'REFUSE' ? 550 : 451 }) : null);
      },
      onData: (stream, { envelope }, answer) => void read(stream).then((raw) => {
        (sink as { heard: number }).heard += 1;
        if (sink.mood === 'STALL') { stalled.push(() => answer(new Error('Stopped'))); return; }
        taken.push(toMail(envelope.rcptTo[0]?.address ?? '', raw));
        answer(null);
      }),
    });
    // A client that was killed is no fault of the server.
    made.on('error', () => undefined);
    return made;
  }
  port = await listen(server, 0);
  return sink;
}

function listen(server: SMTPServer, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.server.address() as AddressInfo).port));
  });
}

async function read(stream: SMTPServerDataStream): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}

function toMail(to: string, raw: string): TakenMail {
  const header = (name: string): string => new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'im').exec(raw)?.[1] ?? '';
  const words = raw.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return { to, raw, words, id: header('Message-ID'), subject: header('Subject') };
}
