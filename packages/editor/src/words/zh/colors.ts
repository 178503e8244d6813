import type { EditorWords } from '../words.ts';

/** Colours, and what they are given to. */
export const colors: EditorWords['colors'] = {
  label: '颜色',
  text: '文字颜色',
  highlight: '突出显示',
  usual: '默认',
  none: '无',
  names: {
    gray: '灰色',
    red: '红色',
    orange: '橙色',
    yellow: '黄色',
    green: '绿色',
    teal: '青色',
    blue: '蓝色',
    purple: '紫色',
    pink: '粉色',
  },
};
