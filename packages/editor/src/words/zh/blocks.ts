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
  math: {
    formula: '公式',
    inline: '行内公式',
    block: '独立公式',
    latex: 'LaTeX 公式',
    insert: '插入',
    change: '修改',
    remove: '移除',
    empty: '空公式',
    preview: '预览',
    wrong: (near: string) =>
      near === '' ? '暂时无法识别：末尾缺少内容' : `暂时无法识别“${near}”附近的内容`,
  },
  contents: {
    label: '目录',
    none: '本文档的标题会显示在这里。',
  },
};
