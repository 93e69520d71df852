import { createContext, useContext } from 'react';

/** Half-written words by the name of their field. They stay while the meeting goes on to other items and back. */
export type DraftStore = Map<string, string>;

export const Drafts = createContext<DraftStore>(new Map());

export const useDrafts = (): DraftStore => useContext(Drafts);
