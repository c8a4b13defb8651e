/**
 * The database of the extension. The background alone writes in it; our pages read.
 *
 * Version 1: `events`, append only, in the order they came. A later version adds its step to `upgrade`, and
 * never changes one that has shipped.
 */

import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Recorded } from "../../shared/events.ts";

const NAME = "sang-froid";
const VERSION = 1;

interface Schema extends DBSchema {
  events: { key: number; value: Recorded };
}

let opening: Promise<IDBPDatabase<Schema>> | undefined;

function upgrade(database: IDBPDatabase<Schema>, from: number): void {
  if (from < 1) database.createObjectStore("events", { keyPath: "seq", autoIncrement: true });
}

/** The database, opened once; opened anew after the browser has closed it, or a newer version asked for it. */
export function database(): Promise<IDBPDatabase<Schema>> {
  const forget = () => {
    opening = undefined;
  };
  opening ??= openDB<Schema>(NAME, VERSION, {
    upgrade,
    blocking(_current, _blocked, event) {
      forget();
      (event.target as IDBDatabase).close();
    },
    terminated: forget,
  }).catch((error: unknown) => {
    forget();
    throw error;
  });
  return opening;
}
