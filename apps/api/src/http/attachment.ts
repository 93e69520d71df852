import { StreamableFile } from '@nestjs/common';

export const CSV = 'text/csv; charset=utf-8';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A file to keep, by the name that the hub gives it. */
export const attachment = (content: Buffer, name: string, type: string): StreamableFile => new StreamableFile(content, { type, disposition: `attachment; filename="${name}"`, length: content.length });
