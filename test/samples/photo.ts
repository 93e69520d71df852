import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** What must not come through, wherever in a file it stands. */
export const PHOTO_CANARY = 'CANARY-51.4779N';

const RED = { r: 200, g: 30, b: 30 };
const BLUE = { r: 30, g: 30, b: 200 };

/** A picture whose left half is red and whose right half is blue. */
export async function halves(format: 'jpeg' | 'png' | 'webp', width = 400, height = 200): Promise<Buffer> {
  const half = await sharp({ create: { width: width / 2, height, channels: 3, background: BLUE } }).png().toBuffer();
  return sharp({ create: { width, height, channels: 3, background: RED } }).composite([{ input: half, left: width / 2, top: 0 }]).toFormat(format, { quality: 95 }).toBuffer();
}

const word = (value: number): Buffer => { const bytes = Buffer.alloc(2); bytes.writeUInt16BE(value); return bytes; };
const long = (value: number): Buffer => { const bytes = Buffer.alloc(4); bytes.writeUInt32BE(value); return bytes; };

/** One entry of a directory of Exif 2.3: tag, type (2 text, 3 short, 4 long), count and value, in four bytes. */
const entry = (tag: number, type: number, count: number, value: Buffer): Buffer => Buffer.concat([word(tag), word(type), long(count), value, Buffer.alloc(4 - value.length)]);

/** A TIFF block by hand: turned by a quarter (274), a note (270), and a directory of places (34853) that says North (1) and another note (29). */
function exif(): Buffer {
  const note = Buffer.from(`${PHOTO_CANARY}\0`, 'latin1');
  const first = 8;
  const second = first + 2 + 3 * 12 + 4;
  const notes = second + 2 + 2 * 12 + 4;
  return Buffer.concat([
    Buffer.from('MM\0*', 'latin1'), long(first),
    word(3), entry(270, 2, note.length, long(notes)), entry(274, 3, 1, word(6)), entry(34853, 4, 1, long(second)), long(0),
    word(2), entry(1, 2, 2, Buffer.from('N\0')), entry(29, 2, note.length, long(notes)), long(0),
    note,
  ]);
}

const segment = (marker: number, content: Buffer): Buffer => Buffer.concat([Buffer.from([0xff, marker]), word(content.length + 2), content]);
const text = (value: string): Buffer => Buffer.from(value, 'latin1');

/** As cameras and programs write them: place and turn, XMP, a colour profile, a caption, a comment, and a second file after the end. */
export function taggedJpeg(jpeg: Buffer): Buffer {
  return Buffer.concat([
    jpeg.subarray(0, 2),
    segment(0xe1, Buffer.concat([text('Exif\0\0'), exif()])),
    segment(0xe1, text(`http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x="adobe:ns:meta/">${PHOTO_CANARY}</x:xmpmeta>`)),
    segment(0xe2, text(`ICC_PROFILE\0\x01\x01${PHOTO_CANARY}`)),
    segment(0xed, text(`Photoshop 3.0\x008BIM${PHOTO_CANARY}`)),
    segment(0xfe, text(PHOTO_CANARY)),
    jpeg.subarray(2),
    text(`PK\x03\x04${PHOTO_CANARY}`),
  ]);
}

const chunk = (name: string, content: Buffer): Buffer => {
  const body = Buffer.concat([text(name), content]);
  return Buffer.concat([long(content.length), body, long(crc32(body))]);
};

const PNG_HEAD = 8 + 25;

/** A PNG with a text, its place, and a second file after the end. */
export function taggedPng(png: Buffer): Buffer {
  return Buffer.concat([
    png.subarray(0, PNG_HEAD), chunk('tEXt', text(`Comment\0${PHOTO_CANARY}`)), chunk('eXIf', exif()), chunk('iTXt', text(`XML:com.adobe.xmp\0\0\0\0\0${PHOTO_CANARY}`)),
    png.subarray(PNG_HEAD), text(`PK\x03\x04${PHOTO_CANARY}`),
  ]);
}

/** So many pixels, all of them black, in a few bytes. */
export function blackPng(width: number, height: number): Buffer {
  const header = Buffer.concat([long(width), long(height), Buffer.from([1, 0, 0, 0, 0])]);
  const rows = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height), { level: 9 });
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

/** The markers of a JPEG's segments up to its picture data, in order, by the standard (ITU T.81); throws where it is none. */
export function markersOf(jpeg: Buffer): string[] {
  const markers: string[] = [];
  for (let at = 2; at < jpeg.length;) {
    if (jpeg[at] !== 0xff) throw new Error(`No marker at ${at}`);
    const marker = jpeg[at + 1] ?? 0;
    markers.push(marker.toString(16));
    if (marker === 0xda) return markers;
    at += 2 + jpeg.readUInt16BE(at + 2);
  }
  throw new Error('No picture data');
}
