import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { isLoopback, localUrl } from './loopback';
import { PlainError } from './plain-error';
import { projectRoot } from './project-root';

const whole = (low: number, high: number, otherwise: number) => z.coerce.number().int().min(low).max(high).default(otherwise);
const address = (...schemes: string[]) =>
  z.string().refine((text) => schemes.some((scheme) => text.startsWith(`${scheme}://`)), `must begin with ${schemes.join(':// or ')}://`).optional();
const machine = (text: string): boolean => isIP(text) !== 0;
const yes = z.enum(['1', 'true', '0', 'false', '']).default('').transform((text) => text === '1' || text === 'true');

const settings = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  PORT: whole(0, 65_535, 3000),
  HUB_HOST: z.string().refine((text) => text === 'localhost' || machine(text), 'must be the IP address to listen on, such as 127.0.0.1 or 0.0.0.0').default('127.0.0.1'),
  HUB_DATA_DIR: z.string().optional(),
  DATABASE_URL: address('postgres', 'postgresql'),
  DATABASE_OWNER_URL: address('postgres', 'postgresql'),
  REDIS_URL: address('redis', 'rediss'),
  HUB_KEY_FILE: z.string().optional(),
  HUB_SECRET_FILE: z.string().optional(),
  HUB_AUDIT_HEADS_DIR: z.string().optional(),
  HUB_PUBLIC_URL: address('http', 'https'),
  HUB_SMTP_URL: address('smtp', 'smtps').refine((text) => text === undefined || (URL.canParse(text) && new URL(text).hostname !== ''), 'must be an address such as smtps://name:password@mail.example:465'),
  HUB_MAIL_FROM: z.string().regex(/^(?:[^<>\r\n"]{1,80} <)?[^\s<>@]+@[^\s<>@]+>?$/, 'must be an address, or a name and an address in angle brackets').optional(),
  HUB_MAIL_TIMEOUT_MS: whole(500, 600_000, 30_000),
  HUB_MAIL_RETRY_MS: whole(200, 3_600_000, 60_000),
  HUB_S3_URL: address('http', 'https').refine((text) => text === undefined || (URL.canParse(text) && new URL(text).pathname.length > 1), 'must be the address of a bucket, such as https://s3.eu-west-2.amazonaws.com/reports'),
  HUB_S3_REGION: z.string().regex(/^[a-z0-9-]{1,40}$/).default('eu-west-2'),
  HUB_S3_ACCESS_KEY: z.string().optional(),
  HUB_S3_SECRET_KEY: z.string().optional(),
  HUB_S3_TIMEOUT_MS: whole(200, 8_000, 5_000),
  HUB_PROXY: z.string().refine(machine, 'must be the IP address of the proxy').default('127.0.0.1'),
  HUB_DEMO: yes,
  HUB_LOG: z.enum(['debug', 'info', 'warn', 'error', 'none']).default('info'),
  HUB_ALERT_PROFILES_PER_HOUR: whole(1, 10_000, 60),
  HUB_DATABASE_POOL: whole(1, 200, 10),
  HUB_BREAK_GLASS_MINUTES: whole(5, 240, 60),
  HUB_QUEUE_LOCK_MS: whole(500, 600_000, 5_000),
  HUB_QUEUE_STALLED_MS: whole(200, 600_000, 2_000),
  HUB_QUEUE_MAX_STALLED: whole(1, 100, 3),
  HUB_QUEUE_RECHECK_MS: whole(500, 600_000, 10_000),
  HUB_QUEUE_PREFIX: z.string().regex(/^[a-z0-9-]{1,40}$/).default('hub'),
});

export interface Config {
  readonly nodeEnv: 'production' | 'development' | 'test';
  readonly production: boolean;
  /** The address to listen on. */
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly databaseUrl?: string;
  readonly databaseOwnerUrl?: string;
  readonly redisUrl?: string;
  readonly keyFile: string;
  readonly secretFile: string;
  /** Where the worker writes the heads of the access log. */
  readonly auditHeadsDir: string;
  /** Where browsers reach the hub, when that is not http://127.0.0.1:PORT (behind a proxy with TLS). */
  readonly publicUrl?: string;
  /** Where people reach the hub, for links in mails. */
  readonly address: string;
  /** Left out where the hub sends no mail. `timeoutMs`: for one mail; `retryMs`: the first wait after a failure, which doubles up to an hour. */
  readonly mail?: { readonly smtpUrl: string; readonly from: string; readonly timeoutMs: number; readonly retryMs: number };
  /** Left out where the sealed bytes of documents lie in the database. `timeoutMs`: for one document. */
  readonly s3?: { readonly url: string; readonly region: string; readonly accessKey: string; readonly secretKey: string; readonly timeoutMs: number };
  /** The one machine that is believed about whom it asks for. */
  readonly proxy: string;
  readonly demo: boolean;
  readonly log: 'debug' | 'info' | 'warn' | 'error' | 'none';
  /** More different records than this, looked at by one person within an hour, raise an alert. */
  readonly alertProfilesPerHour: number;
  readonly databasePool: number;
  /** The longest time for which a case is opened in an emergency. */
  readonly breakGlassMinutes: number;
  /** `recheckMs`: how long after it was handed over the queue is asked whether it still knows a job. */
  readonly queue: { readonly lockMs: number; readonly stalledMs: number; readonly maxStalled: number; readonly recheckMs: number; readonly prefix: string };
}

/** Injection token of the frozen settings. */
export const CONFIG = 'CONFIG';

type Source = Readonly<Record<string, string | undefined>>;

/** The only reader of process.env. An empty setting counts as not given; a bad one stops the boot with its name, never its value. */
export function loadConfig(source: Source = process.env): Config {
  const given = Object.fromEntries(Object.keys(settings.shape).flatMap((name) => (source[name] ? [[name, source[name]]] : [])));
  const parsed = settings.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new PlainError(`A setting is not right. ${lines.join('; ')}.`);
  }
  const unsafe = unsafeHost(parsed.data);
  if (unsafe) throw new PlainError(`A setting is not right. HUB_HOST: ${unsafe}`);
  if (parsed.data.HUB_SMTP_URL && !parsed.data.HUB_MAIL_FROM) throw new PlainError('A setting is not right. HUB_MAIL_FROM: is needed with HUB_SMTP_URL.');
  if (parsed.data.HUB_S3_URL && !(parsed.data.HUB_S3_ACCESS_KEY && parsed.data.HUB_S3_SECRET_KEY)) throw new PlainError('A setting is not right. HUB_S3_ACCESS_KEY, HUB_S3_SECRET_KEY: are needed with HUB_S3_URL.');
  return frozen(parsed.data);
}

/** Beyond this machine passwords and cookies must not travel in the clear, and other names for it are refused (trust.md SES-1, AUTH-10). */
function unsafeHost({ HUB_HOST, HUB_PUBLIC_URL, HUB_DEMO }: z.output<typeof settings>): string | undefined {
  if (isLoopback(HUB_HOST)) return undefined;
  if (HUB_DEMO) return 'the demonstration listens on this machine alone. Leave the setting out.';
  const isSafe = HUB_PUBLIC_URL !== undefined && URL.canParse(HUB_PUBLIC_URL) && (HUB_PUBLIC_URL.startsWith('https://') || isLoopback(new URL(HUB_PUBLIC_URL).hostname));
  return isSafe ? undefined : 'beyond this machine the hub stands behind a proxy with TLS. Set HUB_PUBLIC_URL to its https:// address.';
}

function frozen(env: z.output<typeof settings>): Config {
  const dataDir = env.HUB_DATA_DIR ? resolve(env.HUB_DATA_DIR) : join(projectRoot(), '.data');
  const publicUrl = env.HUB_PUBLIC_URL?.replace(/\/+$/, '');
  const { HUB_SMTP_URL: smtpUrl, HUB_MAIL_FROM: from } = env;
  const { HUB_S3_URL: bucket, HUB_S3_ACCESS_KEY: accessKey, HUB_S3_SECRET_KEY: secretKey } = env;
  return Object.freeze({
    nodeEnv: env.NODE_ENV,
    production: env.NODE_ENV === 'production',
    host: env.HUB_HOST,
    port: env.PORT,
    dataDir,
    databaseUrl: env.DATABASE_URL,
    databaseOwnerUrl: env.DATABASE_OWNER_URL,
    redisUrl: env.REDIS_URL,
    keyFile: env.HUB_KEY_FILE ? resolve(env.HUB_KEY_FILE) : join(dataDir, 'keys.json'),
    secretFile: env.HUB_SECRET_FILE ? resolve(env.HUB_SECRET_FILE) : join(dataDir, 'secret.json'),
    auditHeadsDir: env.HUB_AUDIT_HEADS_DIR ? resolve(env.HUB_AUDIT_HEADS_DIR) : join(dataDir, 'audit-heads'),
    publicUrl,
    address: publicUrl ?? localUrl(env.HUB_HOST, env.PORT),
    mail: smtpUrl && from ? Object.freeze({ smtpUrl, from, timeoutMs: env.HUB_MAIL_TIMEOUT_MS, retryMs: env.HUB_MAIL_RETRY_MS }) : undefined,
    s3: bucket && accessKey && secretKey ? Object.freeze({ url: bucket.replace(/\/+$/, ''), region: env.HUB_S3_REGION, accessKey, secretKey, timeoutMs: env.HUB_S3_TIMEOUT_MS }) : undefined,
    proxy: env.HUB_PROXY,
    demo: env.HUB_DEMO,
    log: env.HUB_LOG,
    alertProfilesPerHour: env.HUB_ALERT_PROFILES_PER_HOUR,
    databasePool: env.HUB_DATABASE_POOL,
    breakGlassMinutes: env.HUB_BREAK_GLASS_MINUTES,
    queue: Object.freeze({ lockMs: env.HUB_QUEUE_LOCK_MS, stalledMs: env.HUB_QUEUE_STALLED_MS, maxStalled: env.HUB_QUEUE_MAX_STALLED, recheckMs: env.HUB_QUEUE_RECHECK_MS, prefix: env.HUB_QUEUE_PREFIX }),
  });
}

export function requireDatabaseUrl({ databaseUrl }: Pick<Config, 'databaseUrl'>): string {
  if (!databaseUrl) throw new PlainError('DATABASE_URL is not set. hub start brings its own database and sets it for what it starts.');
  return databaseUrl;
}

export function requireOwnerUrl({ databaseOwnerUrl }: Pick<Config, 'databaseOwnerUrl'>): string {
  if (!databaseOwnerUrl) throw new PlainError('DATABASE_OWNER_URL is not set: this command needs the rights of hub_owner.');
  return databaseOwnerUrl;
}

/** The environment for a child process: this process's own, with some settings put in their place and others filled in where none is given. */
export function environmentWith(changes: Source, defaults: Source = {}): NodeJS.ProcessEnv {
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
  return { ...defaults, ...given, ...changes };
}

/** Whether `npm start` or another script of package.json started this process. */
export function startedByNpm(source: Source = process.env): boolean {
  return Boolean(source.npm_lifecycle_event);
}

/** Makes settings that were found rather than given (the address of the embedded database) known to this whole process. */
export function useSettings(found: Readonly<Record<string, string>>): void {
  Object.assign(process.env, found);
}
