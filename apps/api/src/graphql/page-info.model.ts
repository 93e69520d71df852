import type { Type } from '@nestjs/common';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { Connection, Edge } from './paging';

@ObjectType('PageInfo')
export class PageInfoModel {
  @Field(() => Boolean)
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true })
  endCursor!: string | null;
}

/**
 * The base class of a connection; the edge is registered as `<name>Edge`. Each connection extends it under its own name:
 *
 *     @ObjectType('UnitConnection')
 *     export class UnitConnectionModel extends connectionOf(UnitCardModel, 'Unit') { ...facets }
 */
export function connectionOf<T extends object>(node: Type<T>, name: string): abstract new () => Connection<T> {
  @ObjectType(`${name}Edge`)
  class EdgeModel implements Edge<T> {
    @Field(() => String)
    cursor!: string;

    @Field(() => node)
    node!: T;
  }

  @ObjectType({ isAbstract: true })
  abstract class ConnectionModel implements Connection<T> {
    @Field(() => [EdgeModel])
    edges!: EdgeModel[];

    @Field(() => PageInfoModel)
    pageInfo!: PageInfoModel;

    @Field(() => Int)
    totalCount!: number;
  }
  return ConnectionModel;
}
