import { serveJobs } from '../src/job-thread.ts';

serveJobs((job: string) => {
  if (job === 'fail') throw new Error('told to fail');
  if (job === 'exit') process.exit(0);
  if (job === 'hang') for (;;);
  return job.toUpperCase();
});
