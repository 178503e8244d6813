import type { EditorWords } from '../words.ts';

export const insertions: EditorWords['insertions'] = {
  paragraph: { label: '正文', aliases: '段落 文本' },
  heading: { label: (level) => `标题 ${level}`, aliases: '章节 h' },
  bulletList: { label: '无序列表', aliases: '项目符号 列表' },
  orderedList: { label: '编号列表', aliases: '有序 数字 列表' },
  taskList: { label: '任务列表', aliases: '待办 复选框' },
  blockquote: { label: '引用', aliases: '引述' },
  codeBlock: { label: '代码块', aliases: '源码 程序' },
  horizontalRule: { label: '分隔线', aliases: '横线' },
  table: { label: '表格', aliases: '行 列' },
  image: { label: '图片', aliases: '照片' },
  callout: { label: '提示框', aliases: '说明 技巧 注意 危险 提示' },
  details: { label: '折叠块', aliases: '折叠 展开 收起 详情' },
  file: { label: '文件', aliases: '附件 上传 文档 pdf' },
  video: { label: '视频', aliases: '影片 短片' },
  embed: { label: '嵌入内容', aliases: 'youtube vimeo figma 播放器 网页' },
  inlineMath: { label: '行内公式', aliases: '数学 方程 latex' },
  blockMath: { label: '公式', aliases: '数学 方程 latex 独立' },
  tableOfContents: { label: '目录', aliases: '大纲 标题 导航 toc' },
  mention: { label: '提及', aliases: '人员 文档 页面' },
  date: { label: '日期', aliases: '日历 今天 明天' },
};
