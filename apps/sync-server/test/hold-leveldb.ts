/** A process that has the folder named by its argument open, until its input ends. */
import { LeveldbPersistence } from 'y-leveldb';

const persistence = new LeveldbPersistence(process.argv[2] ?? '');
await persistence.storeUpdate('empty', Uint8Array.of(0, 0));
console.log('held');
process.stdin.resume().on('end', () => void persistence.destroy());
