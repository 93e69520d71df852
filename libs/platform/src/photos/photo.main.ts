import sharp from 'sharp';
import type { Encoded, EncodeLimits } from './photo-encoder';

const LOOK_EVERY_MS = 20;
const QUALITY = 82;
const PAPER = '#ffffff';

// Readers of other formats stay shut, whatever the bytes pretend to be.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'] });
sharp.cache(false);
sharp.concurrency(1);

/** Turned upright, made smaller, drawn on white: whatever stood beside the pixels of the first picture is not part of the second. */
async function encode(bytes: Buffer, { pixels, side }: EncodeLimits): Promise<Encoded> {
  const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
  if (width * height > pixels) return { refused: 'TOO_MANY_PIXELS' };
  const image = await sharp(bytes, { limitInputPixels: pixels, failOn: 'error', sequentialRead: true })
    .autoOrient()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: PAPER })
    .toColourspace('srgb')
    .jpeg({ quality: QUALITY })
    .toBuffer();
  return { image };
}

process.once('message', ({ bytes, limits }: { bytes: Uint8Array; limits: EncodeLimits }) => {
  // The picture's memory is not V8's, which has a limit of its own.
  const watch = (): void => { if (process.memoryUsage.rss() > limits.memoryBytes) process.exit(1); };
  watch();
  setInterval(watch, LOOK_EVERY_MS);
  const answer = (encoded: Encoded): void => void process.send?.(encoded, () => process.exit(0));
  encode(Buffer.from(bytes), limits).then(answer, () => answer({ refused: 'DAMAGED' }));
});
