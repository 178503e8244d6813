import { catalogContract, updateLogContract } from '@indelible/store/contract';

import { setUpSqlite } from './fixture.ts';

updateLogContract('The SQLite store', setUpSqlite);
catalogContract('The SQLite store', setUpSqlite);
