import { randomUUID } from 'node:crypto';

import { openDatabase } from './opening.ts';
import { serve } from './serve.ts';
import { threadOptions } from './thread-options.ts';
import { createWriter } from './writer.ts';

serve(() => {
  const { file, maxBytes, checkUpTo } = threadOptions();
  const opened = openDatabase(file, maxBytes, checkUpTo);
  const { calls, tidy } = createWriter(opened.db, randomUUID);
  return { calls, afterwards: tidy, [Symbol.dispose]: () => opened[Symbol.dispose]() };
});
