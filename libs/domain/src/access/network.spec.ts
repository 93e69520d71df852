import { networkOf } from './network';

describe('a place on the network', () => {
  test.each([
    [null, ''], ['192.0.2.7', '192.0.2.7'], ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'], ['2001:DB8:0001:2::9', '2001:db8:1:2'], ['2001:db8::9', '2001:db8:0:0'], ['::1', '0:0:0:0'], ['fe80::', 'fe80:0:0:0'],
  ])('of %j is %j', (address, network) => expect(networkOf(address)).toBe(network));
});
