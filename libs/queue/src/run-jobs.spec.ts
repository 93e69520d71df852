import { JOBS } from './jobs';
import { checkProcessors } from './run-jobs';

const processors = JOBS.map((job) => ({ job, handle: () => Promise.resolve() }));

describe('checkProcessors', () => {
  test('accepts exactly one processor for each job', () => {
    expect([...checkProcessors(JOBS, processors).keys()]).toEqual(JOBS.map(({ name }) => name));
  });

  test('refuses a job without a processor', () => {
    expect(() => checkProcessors(JOBS, processors.slice(1))).toThrow('No processor for matching.run.');
  });

  test('refuses two processors for one job', () => {
    expect(() => checkProcessors(JOBS, [...processors, ...processors.slice(0, 1)])).toThrow('The job matching.run has two processors.');
  });

  test('refuses a processor of a job that the catalogue does not know', () => {
    expect(() => checkProcessors(JOBS.slice(1), processors)).toThrow('The job matching.run is not in the catalogue.');
  });

  test('every job carries ids alone', () => {
    for (const job of JOBS) expect(() => job.parse({ name: 'somebody' })).toThrow();
  });
});
