import type { Connection } from './connection.ts';

/** "Indl": tells our files from other people's SQLite databases. */
export const APPLICATION_ID = 0x496e646c;

/**
 * Bytes. An append adds a few rows at the end of one table and SQLite writes whole pages, so small
 * pages are what keeps a keystroke from costing kilobytes.
 */
export const PAGE_SIZE = 1024;

/**
 * `updates` takes every appended row in order of arrival, whatever its document, and keeps it there:
 * a commit writes the one or two pages at its end and nothing else, no index and no head. Now and
 * then, when nobody waits, the places of the rows that have come since are entered into `places`
 * all at once (`indexing.ts`). The few rows after `indexed.through` are found by reading them all.
 *
 * `checksum` is the CRC-32 of the bytes beside it. Large columns come last: what is before them can
 * then be read without them. Whatever prunes rows one day must leave the last one, whose position
 * is what the next one counts from.
 */
const VERSION_1 = `
  CREATE TABLE documents (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    epoch TEXT NOT NULL
  ) STRICT;

  CREATE TABLE authors (
    key INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
  ) STRICT;

  CREATE TABLE updates (
    position INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents,
    seq INTEGER NOT NULL,
    author INTEGER NOT NULL REFERENCES authors,
    at INTEGER NOT NULL,
    checksum INTEGER NOT NULL,
    bytes BLOB NOT NULL
  ) STRICT;

  CREATE TABLE places (
    document INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (document, seq)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE indexed (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    through INTEGER NOT NULL
  ) STRICT;
  INSERT INTO indexed VALUES (1, 0);

  CREATE TABLE snapshots (
    key INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents,
    seq INTEGER NOT NULL,
    checksum INTEGER NOT NULL,
    state_vector BLOB NOT NULL,
    delete_set BLOB NOT NULL,
    bytes BLOB NOT NULL,
    UNIQUE (document, seq)
  ) STRICT;

  CREATE TABLE catalog (
    document INTEGER PRIMARY KEY REFERENCES documents,
    title TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    edited_at INTEGER NOT NULL,
    removed_at INTEGER
  ) STRICT;
`;

/**
 * `search_texts` is what documents say, for excerpts, and through which row it is known. `search_words` has
 * their words: those of `foldedWords`, so that what a word is does not depend on SQLite, with a space
 * between them, which is all that is left for its own tokenizer to see. It keeps no text of its own
 * (`content=''`). Beginnings of one and two letters are indexed, or typing them would read half of it;
 * `automerge` is as lazy as it can be, because merging is most of what is written.
 */
const VERSION_2 = `
  CREATE TABLE search_texts (
    document INTEGER PRIMARY KEY REFERENCES documents,
    seq INTEGER NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL
  ) STRICT;

  CREATE VIRTUAL TABLE search_words USING fts5 (
    title, text, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '1 2'
  );
  INSERT INTO search_words (search_words, rank) VALUES ('automerge', 16);
`;

/** Step n brings a file from version n to n + 1. Steps are never edited, only added. */
const STEPS: readonly string[] = [VERSION_1, VERSION_2];

/** What `PRAGMA user_version` says in files of this release. */
export const SCHEMA_VERSION = STEPS.length;

/** Brings the file to this release's version, all steps in one transaction. */
export function migrate(db: Connection): void {
  db.transaction(() => {
    for (const step of STEPS.slice(readVersion(db))) db.exec(step);
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma(`user_version = ${SCHEMA_VERSION}`);
  }).immediate();
}

/** The schema version of the file; 0 if nothing has been made in it. */
export const readVersion = (db: Connection): number =>
  Number(db.pragma('user_version', { simple: true }));
