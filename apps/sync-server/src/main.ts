import { runService } from '@indelible/gateway';

import { readConfig } from './config.ts';
import { startSyncServer } from './sync-server.ts';

await runService('The sync server', () => startSyncServer(readConfig(process.env)));
