import { diffParts } from '@indelible/sync';

import type { DiffJob } from './differ.ts';
import { serveJobs } from './job-thread.ts';

serveJobs(({ parts, stateVector }: DiffJob) => diffParts(parts, stateVector));
