import fc from 'fast-check';
import { deviceOf } from './device';

describe('the device of a session', () => {
  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36 Edg/147.0.0.0', 'Edge on Windows'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:148.0) Gecko/20100101 Firefox/148.0', 'Firefox on Windows'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Safari/605.1.15', 'Safari on Mac'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/147.0.0.0 Mobile/15E148 Safari/604.1', 'Chrome on iPhone'],
    ['Mozilla/5.0 (Linux; Android 15; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36', 'Samsung Internet on Android'],
    ['Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36', 'Chrome on Chromebook'],
    ['curl/8.5.0 (Linux)', 'Linux'],
    ['node', null],
    ['', null],
  ])('%s is %s', (header, device) => {
    expect(deviceOf(header)).toBe(device);
  });

  it('keeps nothing of the header but words of ours', () => {
    fc.assert(fc.property(fc.string({ maxLength: 300 }), fc.constantFrom('Firefox/1 Windows', 'Safari/2 iPad', ''), (noise, known) => {
      expect(deviceOf(`${noise} ${known}`) ?? 'Edge').toMatch(/^(Edge|Opera|Samsung Internet|Firefox|Chrome|Safari|iPhone|iPad|Android|Windows|Chromebook|Mac|Linux)( on (iPhone|iPad|Android|Windows|Chromebook|Mac|Linux))?$/);
    }));
  });
});
