import type { AppWords } from '../words.ts';

export const times: AppWords['times'] = {
  justNow: 'gerade eben',
  secondsAgo: (count) => `vor ${count} s`,
  minutesAgo: (count) => `vor ${count} min`,
  hoursAgo: (count) => `vor ${count} h`,
};
