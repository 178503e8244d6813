import type { EditorWords } from '../words.ts';

export const tasks: EditorWords['tasks'] = {
  done: (text) => `已完成：${text}`,
  open: (text) => `待办：${text}`,
  empty: '空任务',
};
