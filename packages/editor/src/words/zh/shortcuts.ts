import type { EditorWords } from '../words.ts';

export const shortcuts: EditorWords['shortcuts'] = {
  inText: '在正文中',
  link: '为所选内容加链接',
  lineBreak: '在同一段落中换行',
  pastePlain: '粘贴为无格式文本',
  toolbar: '前往工具栏',
  blocks: '块',
  choices: '此处链接或块的选项',
  further: '在列表和代码中增加缩进',
  back: '在列表和代码中减少缩进',
  leave: '向下离开方框；展开或收起折叠块',
  inTable: '在表格中',
  nextCell: '下一个单元格',
  previousCell: '上一个单元格',
  selectCell: '选中单元格，再离开表格',
  leaveBelow: '在表格下方继续书写',
  leaveAbove: '在表格上方继续书写',
};
