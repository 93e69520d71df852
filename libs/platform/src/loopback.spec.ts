import { isLoopback, localUrl } from './loopback';

describe('this machine', () => {
  test.each([['127.0.0.1', true], ['127.1.2.3', true], ['::1', true], ['[::1]', true], ['localhost', true], ['0.0.0.0', false], ['::', false],
    ['192.0.2.7', false], ['127.0.0.1.hub.example', false], ['localhost.hub.example', false], ['', false]])('%s: %s', (host, expected) => {
    expect(isLoopback(host)).toBe(expected);
  });

  test.each([['127.0.0.1', 'http://127.0.0.1:80'], ['0.0.0.0', 'http://127.0.0.1:80'], ['::', 'http://[::1]:80'], ['::1', 'http://[::1]:80'],
    ['192.0.2.7', 'http://192.0.2.7:80']])('a server on %s is reached at %s', (host, url) => {
    expect(localUrl(host, 80)).toBe(url);
  });
});
