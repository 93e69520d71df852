import { PHOTO_LIMITS, photoRefusal } from './photo-file';

const bytes = (hex: string, length = 64): Uint8Array => {
  const file = new Uint8Array(length);
  (hex.match(/../g) ?? []).forEach((pair, at) => { file[at] = parseInt(pair, 16); });
  return file;
};

describe('what is looked into as a photo', () => {
  // The marks as the formats' own specifications have them, in hex.
  it.each([
    ['a JPEG', 'ffd8ffe0', null], ['a JPEG of a camera', 'ffd8ffe1', null], ['a PNG', '89504e470d0a1a0a', null], ['a WebP', '524946460000000057454250', null],
    ['a sound in the frame of a WebP', '524946460000000057415645', 'FILE_REFUSED'], ['a PNG whose line ends were changed', '89504e470a1a0a', 'FILE_REFUSED'],
    ['a GIF', '474946383961', 'FILE_REFUSED'], ['a program', '4d5a9000', 'FILE_REFUSED'], ['an archive', '504b0304', 'FILE_REFUSED'], ['a PDF', '255044462d', 'FILE_REFUSED'],
    ['a drawing of text', '3c737667', 'FILE_REFUSED'], ['a TIFF', '49492a00', 'FILE_REFUSED'], ['nothing but noughts', '', 'FILE_REFUSED'],
  ])('%s', (_, hex, code) => expect(photoRefusal(bytes(hex))?.code ?? null).toBe(code));

  it('is no empty file, and none beyond 10 MB', () => {
    expect(photoRefusal(new Uint8Array(0))?.code).toBe('FILE_REFUSED');
    expect(photoRefusal(bytes('ffd8ff', PHOTO_LIMITS.bytes))).toBeNull();
    expect(photoRefusal(bytes('ffd8ff', PHOTO_LIMITS.bytes + 1))?.code).toBe('LIMIT_EXCEEDED');
  });

  it('tells what to do with a telephone’s own kind', () => {
    expect(photoRefusal(bytes('000000186674797068656963'))).toMatchObject({ code: 'FILE_REFUSED', message: expect.stringContaining('HEIC') as string });
  });
});
