import type { EditorWords } from '../words.ts';

export const menus: EditorWords['menus'] = {
  emptyDocument: '开始书写，或输入 / 选择内容块',
  emptyLine: '输入 / 选择内容块',
  label: { '/': '插入', ':': '表情符号', '@': '提及' },
  found: '最佳匹配',
  recent: '最近使用',
  groups: {
    text: '文本',
    lists: '列表',
    structure: '结构',
    media: '媒体',
    inline: '行内',
  },
};
