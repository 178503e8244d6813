import type { EditorWords } from '../words.ts';

/** What blocks say of themselves. */
export const blocks: EditorWords['blocks'] = {
  callout: {
    label: '提示框类型',
    kinds: { note: '说明', tip: '技巧', warning: '注意', danger: '危险' },
  },
  toggle: {
    open: (line: string) => `展开：${line || '折叠块'}`,
    close: (line: string) => `收起：${line || '折叠块'}`,
  },
  code: {
    language: '编程语言',
    plain: '纯文本',
    wrap: '长行换行',
    copy: '复制代码',
    copied: '已复制',
    notCopied: '浏览器不允许复制',
  },
};
