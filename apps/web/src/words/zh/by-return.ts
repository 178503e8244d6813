import type { AppWords } from '../words.ts';

const list = new Intl.ListFormat('zh');

export const byReturn: AppWords['byReturn'] = {
  label: '你离开期间',
  dismiss: '关闭',
  paragraphsBy: (count, name) => `${name} 写了 ${count} 段`,
  paragraphsByOthers: (count) => `其他人写了 ${count} 段`,
  removed: (count) => `删除了 ${count} 段`,
  whileAway: (parts) => `你离开期间：${list.format(parts)}`,
};
