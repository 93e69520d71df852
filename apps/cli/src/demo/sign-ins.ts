import { DEMO_USERS } from '@hub/domain/demonstration/region';

/** One password for everybody who is invented: it is printed at every start and protects nothing. */
export const DEMO_PASSWORD = 'copper kettle mossy ladder';

export interface DemoSignIn {
  readonly email: string;
  readonly password: string;
  readonly who: string;
}

/** Who to sign in as first: two sides of a match, a second pair of eyes, the panel and who decides, another council, and the hub. */
const SHOWN = ['finder@ald.example', 'adopters@ald.example', 'manager@ald.example', 'panel@ald.example', 'decider@ald.example', 'finder@bra.example', 'coordinator@hub.example', 'admin@hub.example'];

export const DEMO_SIGN_INS: readonly DemoSignIn[] = SHOWN.flatMap((email) =>
  DEMO_USERS.filter((user) => user.email === email).map(({ displayName }) => ({ email, password: DEMO_PASSWORD, who: displayName })),
);
