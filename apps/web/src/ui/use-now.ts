import { useEffect, useState } from 'react';

const deviceTime = (): number => Date.now();

/** The time in milliseconds since 1970, renewed every `every` milliseconds; `time`: by another clock. */
export function useNow(every: number, time = deviceTime): number {
  const [now, setNow] = useState(time);
  useEffect(() => {
    const timer = setInterval(() => setNow(time()), every);
    return () => clearInterval(timer);
  }, [every, time]);
  return now;
}
