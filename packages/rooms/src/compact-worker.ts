import { serveJobs } from './job-thread.ts';
import { foldUpdates } from './snapshot.ts';

serveJobs(foldUpdates);
