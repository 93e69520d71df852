import { Client } from 'pg';
import { freshDatabase } from './database';

const ask = async (url: string, sql: string): Promise<unknown[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
};

describe('a database of one\'s own', () => {
  test('is migrated, is empty, and knows its users apart', async () => {
    const [one, other] = await Promise.all([freshDatabase(), freshDatabase()]);
    expect(one.name).not.toBe(other.name);
    expect(await ask(one.superuserUrl, 'select * from hub.agency')).toEqual([]);
    expect(await ask(one.appUrl, 'select current_user::text as me')).toEqual([{ me: 'hub_app' }]);
    expect(await ask(one.ownerUrl, 'select current_user::text as me')).toEqual([{ me: 'hub_owner' }]);
    expect(await ask(one.appUrl, 'select count(*)::int as n from bullmq.migration')).toEqual([{ n: expect.any(Number) }]);
    await Promise.all([one.drop(), other.drop()]);
  });
});
