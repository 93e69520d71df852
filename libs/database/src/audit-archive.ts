import { PlainError } from '@hub/platform/plain-error';
import { owning } from './data-source';
import { sqlStateOf } from './database-error';

/** What `raise exception` in audit.archive comes with: words of ours, without a value of any row. */
const RAISED = 'P0001';

/** Takes out of the log, as hub_owner, what stands in a verified archive file; answers how many rows. `boundary`: the last line of that file. */
export async function removeArchived(ownerUrl: string, boundary: object): Promise<number> {
  const source = await owning(ownerUrl).initialize();
  try {
    const [answer] = (await source.query('select audit.archive($1::jsonb) as rows', [JSON.stringify(boundary)])) as { rows: number }[];
    return answer?.rows ?? 0;
  } catch (error) {
    if (sqlStateOf(error) !== RAISED) throw error;
    throw new PlainError(`${(error as Error).message} Nothing was taken out of the log: run hub verify-audit.`);
  } finally {
    await source.destroy();
  }
}
