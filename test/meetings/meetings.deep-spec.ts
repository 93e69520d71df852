import { tryMeetings } from './against-the-model';

describe('meetings', () => {
  it('behave as a pure model says, links and all, over 1,000 random walks (REL-7)', () => tryMeetings(1_000), 1_800_000);
});
