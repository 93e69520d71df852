import { tryMeetings } from './against-the-model';

describe('meetings', () => {
  it('REL-7: behave as a pure model says, links and all, over 100 random walks', () => tryMeetings(100), 240_000);
});
