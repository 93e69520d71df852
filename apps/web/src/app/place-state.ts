import { useCallback, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';

/**
 * A page's filters and place in a list, kept in the browser's history entry too: back and reload find them again, and
 * the address, which travels in e-mails and logs, holds nothing about anyone.
 */
export function usePlaceState<T extends object>(initial: T): readonly [T, (change: Partial<T>) => void] {
  const location = useLocation();
  const navigate = useNavigate();
  const [state, setState] = useState<T>(() => ({ ...initial, ...(location.state as { place?: Partial<T> } | null)?.place }));
  const change = useCallback((next: Partial<T>) => {
    const place = { ...state, ...next };
    setState(place);
    void navigate(location.pathname, { replace: true, preventScrollReset: true, state: { place } });
  }, [navigate, location.pathname, state]);
  return [state, change];
}
