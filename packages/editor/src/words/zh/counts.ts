import type { EditorWords } from '../words.ts';

export const counts: EditorWords['counts'] = {
  label: '字数统计',
  words: (_count, inFull) => `${inFull} 词`,
  selectedWords: (selected, all) => `已选 ${selected} / ${all} 词`,
  minutes: (minutes) => `${minutes} 分钟`,
  document: '全文',
  selection: '所选内容',
  row: {
    words: '词数',
    characters: '字符数',
    withoutSpaces: '字符数（不计空格）',
    reading: '阅读时间',
  },
};
