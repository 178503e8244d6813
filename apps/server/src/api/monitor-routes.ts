import type { FastifyInstance } from 'fastify';

import { AUTOSAVE_PATH, METRICS_PATH, type Monitor } from '@indelible/monitor';

/** What operators ask, see the monitor. */
export function monitorRoutes(app: FastifyInstance, monitor: Monitor): void {
  for (const path of [METRICS_PATH, AUTOSAVE_PATH]) {
    app.get(path, async ({ headers }, reply) => {
      const answer = await monitor.answer(path, headers.authorization);
      if (answer === null) throw new Error(`${path} is not the monitor’s`);
      return reply.code(answer.status).type(answer.type).send(answer.body);
    });
  }
}
