/** For specs alone: the services on a database of their own. They span features, so the world itself stands with the tests. */
export { openWorld, type Addresses, type Town, type World } from '../../../../test/harness/world';
