import { problem } from '@indelible/protocol';

/**
 * Why a request failed, in the only distinction the pages make: `unreachable` (no server, or only a
 * proxy that has lost it), `notFound`, `refused` (ours to change), `broken` (the server's).
 */
export type ApiErrorCode = 'unreachable' | 'notFound' | 'refused' | 'broken';

/** A request to the API that did not succeed. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ApiErrorCode;

  constructor(code: ApiErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Reads an answer that is not a success; what it says about itself becomes the message. */
export async function errorOf(response: Response): Promise<ApiError> {
  const said = problem.safeParse(await response.json().catch(() => null));
  const message = said.success
    ? (said.data.detail ?? said.data.title)
    : `The server answered ${response.status}.`;
  return new ApiError(codeOf(response.status), message);
}

function codeOf(status: number): ApiErrorCode {
  if (status === 502 || status === 504) return 'unreachable';
  if (status === 404 || status === 410) return 'notFound';
  return status < 500 ? 'refused' : 'broken';
}
