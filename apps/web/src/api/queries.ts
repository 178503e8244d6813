import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';

import type { DocumentList, DocumentSummary } from '@indelible/protocol';

import { remember } from '../start/remembered.ts';
import { ApiError } from './api-error.ts';
import {
  createDocument,
  deleteDocument,
  getDocument,
  listDocuments,
  renameDocument,
  restoreDocument,
  searchDocuments,
} from './documents.ts';

const KEY = ['documents'];

/** Milliseconds between looks at the list while the page is visible. */
const REFRESH = 4000;

/** The list of documents, kept fresh while somebody looks at it. */
export const useDocuments = () =>
  useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) => {
      const list = await listDocuments(signal);
      remember(list.documents);
      return list;
    },
    refetchInterval: REFRESH,
  });

/**
 * What the server finds for a query; until it answers, what it found for the one before, whose request is
 * given up. An empty one is not asked.
 */
export const useFoundDocuments = (query: string) =>
  useQuery({
    queryKey: ['found', query],
    queryFn: ({ signal }) => searchDocuments(query, signal),
    enabled: query !== '',
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH,
    // Documents change: what was found before is worth no more than a first glance.
    gcTime: 30_000,
  });

/**
 * Keeps asking for a document that was deleted. @returns when it was last seen there again, in
 * milliseconds since 1970; 0: not since the deletion.
 */
export const useSeenBack = (id: string, deleted: boolean): number =>
  useQuery({
    queryKey: ['document', id],
    queryFn: ({ signal }) => getDocument(id, signal),
    enabled: deleted,
    refetchInterval: REFRESH,
    // An answer from before the deletion says nothing about now.
    gcTime: 0,
  }).dataUpdatedAt;

/** Makes a document and puts it on top of the list; on this device, if there is no server to make it. */
export function useCreateDocument(isOffline: boolean) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (): Promise<{ readonly id: string }> => {
      if (isOffline) return { id: await makeHere() };
      try {
        const made = await createDocument();
        change(queries, (documents) => [made, ...documents]);
        return made;
      } catch (error) {
        if (!(error instanceof ApiError) || error.code !== 'unreachable') throw error;
        return { id: await makeHere() };
      }
    },
  });
}

/** Loaded on demand: it brings the whole document machinery along. */
const makeHere = async (): Promise<string> => (await import('../offline/make-here.ts')).makeHere();

/** Renames a document in the list at once and on the server then. */
export function useRenameDocument() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, title }: { id: string; title: string }) => renameDocument(id, title),
    onMutate: async ({ id, title }) => {
      await queries.cancelQueries({ queryKey: KEY });
      change(queries, (documents) => documents.map((d) => (d.id === id ? { ...d, title } : d)));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  });
}

/** Takes a document off the list at once and off the server then. */
export function useDeleteDocument() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: { id: string }) => deleteDocument(id),
    onMutate: async ({ id }) => {
      await queries.cancelQueries({ queryKey: KEY });
      change(queries, (documents) => documents.filter((document) => document.id !== id));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  });
}

/** Brings a deleted document back. */
export function useRestoreDocument() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: { id: string }) => restoreDocument(id),
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  });
}

function change(
  queries: QueryClient,
  next: (documents: readonly DocumentSummary[]) => DocumentSummary[],
): void {
  queries.setQueryData<DocumentList>(
    KEY,
    (list) => list && { ...list, documents: next(list.documents) },
  );
}
