import { useSyncExternalStore } from 'react';
import { liveStore, type LiveState } from './live-store';

export const useLive = (): LiveState => useSyncExternalStore(liveStore.subscribe, liveStore.get);
