import { openReader, type Database } from '../database'

/** Checks a database with a connection of its own. Returns a line for each damage that SQLite finds. */
export function checkFile(file: string, kind: 'quick' | 'full' = 'full'): string[] {
  try {
    const reader = openReader(file)
    try {
      return damageOf(reader, kind)
    } finally {
      reader.close()
    }
  } catch (cause) {
    return [String(cause)]
  }
}

/** The same with an open connection. */
export function damageOf(database: Database, kind: 'quick' | 'full' = 'quick'): string[] {
  const pragma = kind === 'quick' ? 'quick_check' : 'integrity_check'
  try {
    return database
      .statement<Readonly<Record<string, string>>>(`PRAGMA ${pragma}`)
      .all({})
      .map((row) => row[pragma] ?? '')
      .filter((line) => line !== 'ok')
  } catch (cause) {
    return [String(cause)]
  }
}

/** Whether a line is about the content of the full-text index, which can be rebuilt in place. */
export function isIndexDamage(line: string): boolean {
  return /fts5|vtable constructor failed: found/i.test(line)
}
