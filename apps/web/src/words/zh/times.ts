import type { AppWords } from '../words.ts';

export const times: AppWords['times'] = {
  justNow: '刚刚',
  secondsAgo: (count) => `${count} 秒前`,
  minutesAgo: (count) => `${count} 分钟前`,
  hoursAgo: (count) => `${count} 小时前`,
};
