import { openForReading } from './connection.ts';
import { createReader } from './reader.ts';
import { serve } from './serve.ts';
import { threadOptions } from './thread-options.ts';

serve((move) => {
  const db = openForReading(threadOptions().file);
  return { calls: createReader(db, move), [Symbol.dispose]: () => void db.close() };
});
