import sharp from 'sharp';
import { blackPng, halves, markersOf, PHOTO_CANARY, taggedJpeg, taggedPng } from '../../../../test/samples/photo';
import { PhotoEncoder, type Encoded, type EncodeLimits } from './photo-encoder';

const encoder = new PhotoEncoder();
const LIMITS: EncodeLimits = { pixels: 50_000_000, side: 1_600, memoryBytes: 768 * 1024 * 1024, milliseconds: 20_000 };

async function drawn(bytes: Buffer): Promise<Buffer> {
  const answer = await encoder.encode(bytes, LIMITS);
  if ('refused' in answer) throw new Error(answer.refused);
  return answer.image;
}

const refused = (answer: Encoded): string => ('refused' in answer ? answer.refused : 'DRAWN');

/** Red, green and blue of a picture's point. */
async function pointOf(image: Buffer, left: number, top: number): Promise<number[]> {
  return [...await sharp(image).extract({ left, top, width: 1, height: 1 }).raw().toBuffer()];
}

const isRed = ([red = 0, , blue = 0]: number[]): boolean => red > 150 && blue < 80;

describe('ANON-6: a photo', () => {
  it('a GPS-tagged JPEG comes out with no metadata', async () => {
    const tagged = taggedJpeg(await halves('jpeg'));
    // Before, it is all there, and a program reads it: so what follows means something.
    const before = await sharp(tagged).metadata();
    expect([before.orientation, before.exif?.includes(PHOTO_CANARY), before.xmp?.includes(PHOTO_CANARY), tagged.toString('latin1').split(PHOTO_CANARY).length - 1]).toEqual([6, true, true, 6]);
    const image = await drawn(tagged);
    expect(image.toString('latin1')).not.toContain('CANARY');
    // Tables (db, c4), the size (c0) and the picture (da): no place for anything else.
    expect([...new Set(markersOf(image))].sort()).toEqual(['c0', 'c4', 'da', 'db']);
    expect(image.subarray(-2).toString('hex')).toBe('ffd9');
    const { format, exif, xmp, icc, iptc, comments, orientation } = await sharp(image).metadata();
    expect({ format, exif, xmp, icc, iptc, comments, orientation }).toEqual({ format: 'jpeg' });
  });

  it('stands upright, because what said how to turn it is gone', async () => {
    const image = await drawn(taggedJpeg(await halves('jpeg', 400, 200)));
    expect(await sharp(image).metadata()).toMatchObject({ width: 200, height: 400 });
    // Turned by a quarter to the right: what was on the left is at the top.
    expect([await pointOf(image, 100, 50), await pointOf(image, 100, 350)].map(isRed)).toEqual([true, false]);
  });

  it.each(['png', 'webp'] as const)('of %s loses what stands beside its pixels too', async (format) => {
    const plain = await halves(format);
    const tagged = format === 'png' ? taggedPng(plain) : await sharp(plain).withExif({ IFD0: { ImageDescription: PHOTO_CANARY }, IFD3: { GPSLatitudeRef: 'N', GPSAreaInformation: PHOTO_CANARY } }).webp().toBuffer();
    expect(tagged.toString('latin1')).toContain(PHOTO_CANARY);
    const image = await drawn(tagged);
    expect([image.toString('latin1').includes('CANARY'), (await sharp(image).metadata()).format]).toEqual([false, 'jpeg']);
    expect([...new Set(markersOf(image))].sort()).toEqual(['c0', 'c4', 'da', 'db']);
  });

  it('is at most 1,600 pixels long, never made larger, and drawn on white where it was transparent', async () => {
    expect(await sharp(await drawn(await halves('jpeg', 4_000, 1_000))).metadata()).toMatchObject({ width: 1_600, height: 400 });
    expect(await sharp(await drawn(await halves('png', 40, 20))).metadata()).toMatchObject({ width: 40, height: 20 });
    const clear = await sharp({ create: { width: 8, height: 8, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } }).png().toBuffer();
    expect(await pointOf(await drawn(clear), 4, 4)).toEqual([255, 255, 255]);
  });
});

describe('a hostile picture', () => {
  it('with 400 million pixels in 50 kB is refused before it is unpacked', async () => {
    const bomb = blackPng(20_000, 20_000);
    expect(bomb.length).toBeLessThan(100_000);
    const began = performance.now();
    expect(refused(await encoder.encode(bomb, LIMITS))).toBe('TOO_MANY_PIXELS');
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it.each([
    ['cut off', async () => (await halves('jpeg')).subarray(0, 900)],
    ['a page after the first bytes of a photo', () => Promise.resolve(Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.from('<html><script>alert(1)</script></html>')]))],
    ['an archive after the first bytes of a photo', () => Promise.resolve(Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('PK\x03\x04', 'latin1'), Buffer.alloc(500)]))],
    ['a drawing of text, which may fetch and run things', () => Promise.resolve(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'))],
    ['a GIF', () => sharp({ create: { width: 9, height: 9, channels: 3, background: '#fff' } }).gif().toBuffer()],
    ['a TIFF', () => sharp({ create: { width: 9, height: 9, channels: 3, background: '#fff' } }).tiff().toBuffer()],
  ])('is refused: %s', async (_, make) => expect(refused(await encoder.encode(await make(), LIMITS))).toBe('DAMAGED'));

  it('costs no more time or memory than its process may have, and the next one is drawn', async () => {
    const photo = await halves('jpeg');
    expect(refused(await encoder.encode(photo, { ...LIMITS, milliseconds: 1 }))).toBe('TOO_MUCH_WORK');
    expect(refused(await encoder.encode(photo, { ...LIMITS, memoryBytes: 1 }))).toBe('TOO_MUCH_WORK');
    expect(refused(await encoder.encode(photo, LIMITS))).toBe('DRAWN');
  });
});
