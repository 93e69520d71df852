import { createContext, useContext, type ReactNode } from 'react';
import { ViewerDocument, type ViewerQuery } from '../gql/graphql';
import { Await } from '../components/await';
import { useData } from './data';

type Viewer = ViewerQuery['viewer'];

const ViewerContext = createContext<Viewer | null>(null);

export function ViewerProvider({ children }: { children: ReactNode }) {
  const viewer = useData(ViewerDocument, {});
  return <Await of={viewer}>{(data) => <ViewerContext.Provider value={data.viewer}>{children}</ViewerContext.Provider>}</Await>;
}

export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error('useViewer outside ViewerProvider');
  return viewer;
}

/** What the viewer's role allows; the hub decides again on every request. */
export function useMay(): (action: string) => boolean {
  const { actions } = useViewer();
  return (action) => actions.includes(action);
}
