import type { EditorWords } from '../words.ts';

export const actions: EditorWords['actions'] = {
  toolbar: '格式',
  undo: '撤销',
  redo: '重做',
  bold: '粗体',
  italic: '斜体',
  underline: '下划线',
  strike: '删除线',
  code: '代码',
  subscript: '下标',
  superscript: '上标',
  link: '链接',
  kind: '文本类型',
  kindOfText: (kind) => `文本类型：${kind}`,
};
