import type { PipeTransform } from '@nestjs/common';
import { invalid } from '@hub/domain/errors';
import type { ZodType } from 'zod';

/** `@Args('input', new ZodPipe(schema))`: the schema's value, or INVALID_INPUT with a path and a message for each fault. */
export class ZodPipe<T> implements PipeTransform<unknown, T> {
  constructor(private readonly schema: ZodType<T>) {}

  transform(value: unknown): T {
    const result = this.schema.safeParse(value);
    if (result.success) return result.data;
    throw invalid(result.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })));
  }
}
