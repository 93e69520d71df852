import { Module } from '@nestjs/common';
import { PackPrinter } from './pack-printer';

@Module({ providers: [PackPrinter], exports: [PackPrinter] })
export class PacksModule {}
