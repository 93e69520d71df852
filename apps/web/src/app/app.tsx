import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { Loading } from '../components/await';
import { Frame } from './frame';
import { useNavigationFocus } from './page';
import { SessionClient, useSession } from './session';
import { SignedIn } from './signed-in';

const SignIn = lazy(() => import('../pages/sign-in/sign-in'));
const Invitation = lazy(() => import('../pages/invitation/invitation'));
const Accessibility = lazy(() => import('../pages/accessibility/accessibility'));
const Help = lazy(() => import('../pages/help/help'));

/** Pages that need no session, and the gate to all others. */
export function App() {
  const { state } = useSession();
  useNavigationFocus(state.kind === 'unknown' ? null : state.kind === 'in');
  if (state.kind === 'unknown') return <Frame><Loading /></Frame>;
  if (state.kind === 'in') return <SessionClient><SignedIn /></SessionClient>;
  return (
    <Frame>
      <Suspense fallback={<Loading />}>
        <Routes>
          <Route path="/invitation" element={<Invitation />} />
          <Route path="/accessibility" element={<Accessibility />} />
          <Route path="/help" element={<Help />} />
          <Route path="*" element={<SignIn />} />
        </Routes>
      </Suspense>
    </Frame>
  );
}
