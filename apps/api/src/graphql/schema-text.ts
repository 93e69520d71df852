import 'reflect-metadata';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { assertDisclosed } from './assert-disclosed';

const HEADER = '# The contract of the API. Written by `npm run schema`; change the code, not this file.\n\n';

/** The schema of all resolvers of these modules, as text: from the classes alone, without a database or a server. */
export async function schemaText(modules: readonly Type[]): Promise<string> {
  const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: ['error'] });
  try {
    const schema = await app.get(GraphQLSchemaFactory).create(modules.flatMap(resolversOf));
    return `${HEADER}${printSchema(lexicographicSortSchema(assertDisclosed(schema)))}\n`;
  } finally {
    await app.close();
  }
}

function resolversOf(module: Type): Type[] {
  const providers: unknown[] = Reflect.getMetadata('providers', module) ?? [];
  return providers.filter((provider): provider is Type => typeof provider === 'function' && provider.name.endsWith('Resolver'));
}
