import type { AppWords } from '../words.ts';

export const start: AppWords['start'] = {
  heading: '文档',
  list: '文档',
  newDocument: '新建文档',
  empty: '文档是可以多人同时书写的页面。新建一个，然后把链接发给要和你一起写的人。',
  loading: '正在加载你的文档…',
  onThisDevice: '在这台设备上',
  lastEdited: (time) => `最后编辑：${time}`,
  moreFor: (title) => `“${title}”的更多操作`,
  rename: '重命名',
  delete: '删除',
  deleteKey: 'Del',
  newTitleFor: (title) => `“${title}”的新标题`,
  stale: '列表可能不是最新的；服务器恢复响应后会自动更新。',
  failed: '无法加载列表：服务器返回了错误。你的文档不受影响。稍后会自动重试。',
  unreachable: '无法连接服务器。',
  someKept: '这些文档保存在这台设备上，你可以打开并继续书写；服务器恢复后，所有内容会合并到一起。',
  noneKept: '这台设备上还没有保存任何文档；服务器可用时打开过的文档会保存下来。',
};
