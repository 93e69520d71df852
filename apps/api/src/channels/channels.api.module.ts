import { Module } from '@nestjs/common';
import { ChannelsModule } from '@hub/features/channels/channels.module';
import { ChannelsResolver } from './channels.resolver';

@Module({ imports: [ChannelsModule], providers: [ChannelsResolver] })
export class ChannelsApiModule {}
