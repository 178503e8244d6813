import type { EditorWords } from '../words.ts';

export const page: EditorWords['page'] = {
  title: '标题',
  untitled: '无标题',
  document: '文档',
  placeholder: '开始书写，或粘贴内容…',
};
