import type { AppWords } from '../words.ts';

export const share: AppWords['share'] = {
  label: '分享',
  anyone: '拥有链接的人都可以书写。',
  advice: '只把链接发给应该参与的人。',
  link: '这个文档的链接',
  copy: '复制链接',
  copied: '已复制',
  announced: '链接已复制',
};
