import type { AppWords } from '../words.ts';

export const times: AppWords['times'] = {
  justNow: 'ahora mismo',
  secondsAgo: (count) => `hace ${count} s`,
  minutesAgo: (count) => `hace ${count} min`,
  hoursAgo: (count) => `hace ${count} h`,
};
