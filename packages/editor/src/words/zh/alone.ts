import type { EditorWords } from '../words.ts';

export const alone: EditorWords['alone'] = {
  leave: '重新显示全部',
  entered: '现在只显示页面。按 Escape 键重新显示全部。',
};
