/** The same shape as the IsoDate of libs/domain, which this library may not know. */
type Day = string & { readonly brand: 'IsoDate' };

const LONDON_DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' });

const LONDON_HOUR = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: 'numeric', hourCycle: 'h23' });

/** Time as an argument: services ask this, and tests put their own in its place. */
export abstract class Clock {
  abstract now(): Date;

  /** The day in England, `YYYY-MM-DD`: what "today" means to every rule, whatever the server's zone. */
  today(): Day {
    return LONDON_DAY.format(this.now()) as Day;
  }

  /** The hour in England, 0 to 23. */
  hour(): number {
    return Number(LONDON_HOUR.format(this.now()));
  }
}

class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

export const systemClock: Clock = new SystemClock();

/** A clock that stands still, for tests and for the demonstration's fixed day. */
export function fixedClock(instant: string | Date): Clock {
  const at = new Date(instant);
  return new (class extends Clock {
    now(): Date {
      return new Date(at);
    }
  })();
}
