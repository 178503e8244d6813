import { accessSync, constants, existsSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

import { StoreError } from '@indelible/store';

import { codeOf, fileCodeOf, reasonOf } from './errors.ts';

/**
 * Makes the data folder if there is none and checks that it can be written to.
 *
 * @returns the one path by which the file is known from here on, links resolved.
 */
export function prepareFolder(path: string): string {
  const folder = dirname(resolve(path));
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    const code = fileCodeOf(error);
    const inTheWay = code === 'EEXIST' || code === 'ENOTDIR';
    const reason = inTheWay ? 'there is a file in the way' : reasonOf(error);
    throw refusal(error, `The data folder ${folder} can't be created: ${reason}`);
  }
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw refusal(error, `The data folder ${folder} can't be written to: ${reasonOf(error)}`);
  }
  const file = join(realpathSync(folder), basename(path));
  return existsSync(file) ? realpathSync(file) : file;
}

/**
 * What is at `file`: null if there is nothing.
 *
 * @throws {StoreError} if it is no file that may be read and written.
 */
export function examine(file: string): Stats | null {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) return null;
  if (!found.isFile()) throw new StoreError('io', `${file} is not a file`);
  try {
    accessSync(file, constants.R_OK | constants.W_OK);
  } catch (error) {
    throw refusal(error, `${file} can't be written to: ${reasonOf(error)}`);
  }
  return found;
}

const refusal = (cause: unknown, message: string): StoreError =>
  new StoreError(codeOf(cause), message, { cause });
