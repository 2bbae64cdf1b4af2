import { createRequire } from 'node:module'
import type libsql from 'libsql'

/** A connection of libsql to one database. */
export type Connection = libsql.Database

// Loaded on demand, so that a missing native file becomes an error sentence and not a crash.
const load = createRequire(import.meta.url)

/** Opens a connection without any setting; throws if it cannot. */
export function connect(file: string): Connection {
  const Constructor = load('libsql') as typeof libsql
  return new Constructor(file)
}
