import type { EditorWords } from '../words.ts';

export const mentions: EditorWords['mentions'] = {
  people: '人员',
  documents: '文档',
  dates: '日期',
  untitled: '无标题',
  noDate: '无日期',
  chooseDate: '选择日期',
  monthBefore: '上个月',
  monthAfter: '下个月',
};
