import type { EditorWords } from '../words.ts';

export const outline: EditorWords['outline'] = {
  label: '大纲',
  close: '关闭大纲',
  empty: '标题会显示在这里。',
};
