import { Button, ButtonLink } from '../../../components/button';
import type { MeetingOfPage } from '../meeting-of-page';
import { liveStore } from './live-store';
import { stepFrom } from './overlay';

interface CourseProps { readonly meeting: MeetingOfPage; readonly current: number | null; readonly onMoved: () => void }

/** On to the next item and back, for everybody in the room. */
export function CourseButtons({ meeting: { reference, items }, current, onMoved }: CourseProps) {
  const go = (step: 'NEXT' | 'BACK') => {
    // At either end there is nowhere to go.
    if (stepFrom(items, current, step) === current) return;
    onMoved();
    liveStore.record({ subject: `course of ${reference}`, version: null, payload: { meeting: reference, kind: 'COURSE', step, from: current } });
  };
  return (
    <div className="govuk-button-group hub-live__course">
      <Button kind="secondary" onClick={() => go('BACK')}>Previous item</Button>
      <Button onClick={() => go('NEXT')}>{current !== null && stepFrom(items, current, 'NEXT') === null ? 'End the last item' : 'Next item'}</Button>
      <ButtonLink kind="secondary" to={`/meetings/${reference}/close`}>Close the meeting</ButtonLink>
    </div>
  );
}
