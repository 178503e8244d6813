import { runService } from '@indelible/gateway';

import { readConfig } from './config.ts';
import { startProduct } from './product.ts';

await runService('Indelible', () => startProduct(readConfig(process.env)));
