import { useCallback } from 'react';
import { useLocation, useNavigate } from 'react-router';

/**
 * A page's filters and place in a list, kept in the browser's history entry: back and reload find them again, and the
 * address, which travels in e-mails and logs, holds nothing about anyone.
 */
export function usePlaceState<T extends object>(initial: T): readonly [T, (change: Partial<T>) => void] {
  const location = useLocation();
  const navigate = useNavigate();
  const kept = (location.state as { place?: Partial<T> } | null)?.place;
  const state: T = { ...initial, ...kept };
  const change = useCallback((next: Partial<T>) => {
    void navigate(location.pathname, { replace: true, preventScrollReset: true, state: { place: { ...initial, ...kept, ...next } } });
  }, [navigate, location.pathname, initial, kept]);
  return [state, change];
}
