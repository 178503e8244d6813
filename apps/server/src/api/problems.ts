import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import * as z from 'zod/mini';

import { PROBLEM_TYPE, type Problem } from '@indelible/protocol';
import { RoomsUnavailable } from '@indelible/rooms';
import { StoreError } from '@indelible/store';

/** An answer other than the one asked for; becomes `application/problem+json`. */
export class HttpProblem extends Error {
  readonly problem: Problem;
  constructor(status: number, title: string, more: Pick<Problem, 'detail' | 'errors'> = {}) {
    super(title);
    this.problem = { type: 'about:blank', title, status, ...more };
  }
}

type ApiError = FastifyError | HttpProblem | StoreError | RoomsUnavailable;

export const notFound = (): HttpProblem =>
  new HttpProblem(404, 'There is no such document', {
    detail: 'It may have been deleted, or the link may be incomplete.',
  });

/** Reads a body or a query. @throws {HttpProblem} 400, saying what is wrong where. */
export function parseInput<Schema extends z.core.$ZodType>(
  schema: Schema,
  input: unknown,
): z.output<Schema> {
  const result = z.safeParse(schema, input ?? {});
  if (result.success) return result.data;
  const errors = result.error.issues.map(({ path, message }) => ({
    path: path.join('.'),
    message,
  }));
  throw new HttpProblem(400, 'The request is not valid', { errors });
}

/** Sends every error under this instance as a problem. */
export function sendProblems(app: FastifyInstance): void {
  app.setErrorHandler<ApiError>(async (error, request, reply) => {
    const problem = toProblem(error);
    if (problem.status >= 500) request.log.error({ err: error }, 'request failed');
    await send(reply, problem);
  });
  app.setNotFoundHandler(async (request, reply) => {
    const detail = `${request.method} ${request.url.split('?')[0]}`;
    await send(reply, new HttpProblem(404, 'There is nothing here', { detail }).problem);
  });
}

function toProblem(error: ApiError): Problem {
  if (error instanceof HttpProblem) return error.problem;
  if (error instanceof StoreError) {
    const detail = 'The server can’t read or write its data at the moment. Nothing was changed.';
    return new HttpProblem(503, 'Storage is not available', { detail }).problem;
  }
  if (error instanceof RoomsUnavailable) {
    return new HttpProblem(503, 'The server is not available', { detail: error.message }).problem;
  }
  const status = error.statusCode ?? 500;
  if (status >= 500) return new HttpProblem(status, 'Something went wrong on the server').problem;
  return new HttpProblem(status, 'The request is not valid', { detail: error.message }).problem;
}

const send = (reply: FastifyReply, problem: Problem): FastifyReply =>
  reply.code(problem.status).type(PROBLEM_TYPE).send(JSON.stringify(problem));
