import { loadConfig } from './config';

describe('loadConfig', () => {
  test('gives every setting a default', () => {
    const config = loadConfig({});
    expect(config).toMatchObject({ port: 3000, production: false, demo: false, databaseUrl: undefined, redisUrl: undefined });
    expect(config.keyFile.startsWith(config.dataDir)).toBe(true);
  });

  test('is frozen, all the way down', () => {
    const config = loadConfig({});
    expect(Object.isFrozen(config) && Object.isFrozen(config.queue)).toBe(true);
  });

  test('counts an empty setting as not given', () => {
    expect(loadConfig({ PORT: '', REDIS_URL: '', NODE_ENV: '' })).toMatchObject({ port: 3000, redisUrl: undefined, nodeEnv: 'development' });
  });

  test.each([
    ['PORT', '70000'], ['PORT', 'three'], ['PORT', '3000.5'], ['NODE_ENV', 'prod'], ['DATABASE_URL', 'mysql://x/y'],
    ['HUB_HOST', 'hub.example'], ['HUB_HOST', '0.0.0.0'], ['HUB_PROXY', 'proxy'], ['REDIS_URL', 'http://x'], ['HUB_PUBLIC_URL', 'hub.example'], ['HUB_DEMO', 'perhaps'], ['HUB_QUEUE_LOCK_MS', '1'],
    ['HUB_SMTP_URL', 'http://mail.example'], ['HUB_SMTP_URL', 'smtp://'], ['HUB_MAIL_FROM', 'nobody'], ['HUB_MAIL_FROM', 'A <a@b.example>\nBcc: c@d.example'],
    ['HUB_S3_URL', 'https://s3.example'], ['HUB_S3_URL', 's3://reports'], ['HUB_S3_TIMEOUT_MS', '60000'],
  ])('names a bad %s in one line', (name, value) => {
    expect(() => loadConfig({ [name]: value })).toThrow(new RegExp(`^A setting is not right\\. ${name}: [^\\n]+$`));
  });

  test('never repeats the value of a setting, which may hold a password', () => {
    expect(() => loadConfig({ DATABASE_URL: 'mysql://me:canary@db/hub' })).toThrow(expect.not.objectContaining({ message: expect.stringContaining('canary') }));
  });

  test('sends mail where a server and a sender are named, and asks for the one with the other', () => {
    expect(loadConfig({ HUB_MAIL_FROM: 'hub@hub.example' }).mail).toBeUndefined();
    expect(() => loadConfig({ HUB_SMTP_URL: 'smtps://me:canary@mail.example' })).toThrow('A setting is not right. HUB_MAIL_FROM: is needed with HUB_SMTP_URL.');
    expect(loadConfig({ HUB_SMTP_URL: 'smtps://mail.example', HUB_MAIL_FROM: 'The hub <hub@hub.example>', HUB_PUBLIC_URL: 'https://hub.example/' }))
      .toMatchObject({ address: 'https://hub.example', mail: { smtpUrl: 'smtps://mail.example', from: 'The hub <hub@hub.example>', timeoutMs: 30_000, retryMs: 60_000 } });
    expect(loadConfig({ PORT: '4000' }).address).toBe('http://127.0.0.1:4000');
  });

  test('keeps documents in a bucket where one is named with its keys, else in the database', () => {
    expect(loadConfig({}).s3).toBeUndefined();
    expect(() => loadConfig({ HUB_S3_URL: 'https://s3.example/reports', HUB_S3_ACCESS_KEY: 'canary' })).toThrow('A setting is not right. HUB_S3_ACCESS_KEY, HUB_S3_SECRET_KEY: are needed with HUB_S3_URL.');
    expect(loadConfig({ HUB_S3_URL: 'https://s3.example/reports/', HUB_S3_ACCESS_KEY: 'one', HUB_S3_SECRET_KEY: 'two' }).s3)
      .toEqual({ url: 'https://s3.example/reports', region: 'eu-west-2', accessKey: 'one', secretKey: 'two', timeoutMs: 5_000 });
  });

  test('puts keys and secrets into the data folder unless told otherwise', () => {
    const config = loadConfig({ HUB_DATA_DIR: '/srv/hub', HUB_KEY_FILE: '/etc/hub/keys.json' });
    expect(config).toMatchObject({ dataDir: '/srv/hub', keyFile: '/etc/hub/keys.json', secretFile: '/srv/hub/secret.json' });
  });

  test('listens on this machine unless told otherwise', () => {
    expect(loadConfig({})).toMatchObject({ host: '127.0.0.1', proxy: '127.0.0.1' });
  });

  test.each([
    ['0.0.0.0', {}], ['192.0.2.7', { HUB_PUBLIC_URL: 'http://hub.example' }], ['::', { HUB_PUBLIC_URL: 'http://127.0.0.1.hub.example' }],
    ['0.0.0.0', { HUB_PUBLIC_URL: 'https://hub.example', HUB_DEMO: '1' }],
  ])('refuses to listen on %s with %j', (HUB_HOST, others) => {
    expect(() => loadConfig({ HUB_HOST, ...others })).toThrow(/^A setting is not right\. HUB_HOST: [^\n]+$/);
  });

  test.each([
    ['0.0.0.0', { HUB_PUBLIC_URL: 'https://hub.example' }], ['::', { HUB_PUBLIC_URL: 'http://localhost:3000' }],
    ['127.0.0.2', { HUB_DEMO: '1' }], ['::1', {}], ['localhost', { HUB_DEMO: '1' }],
  ])('listens on %s with %j', (HUB_HOST, others) => {
    expect(loadConfig({ HUB_HOST, ...others }).host).toBe(HUB_HOST);
  });
});
