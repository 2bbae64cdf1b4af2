import type libsql from 'libsql'
import type { SqlValue, StoredRow } from './page-reader'

/** How the rows of a table are stored, so that they can be recognized without the schema. */
export interface TableLayout {
  readonly name: string
  /** In the order of the stored record. */
  readonly columns: readonly ColumnLayout[]
  /** The name of the integer primary key, whose value is the row id; null WITHOUT ROWID. */
  readonly rowIdColumn: string | null
  readonly withoutRowId: boolean
  /** Whether each row belongs to a meeting, and goes with it. */
  readonly ofMeetings: boolean
}

interface ColumnLayout {
  readonly name: string
  readonly type: 'TEXT' | 'INTEGER'
  readonly mayBeNull: boolean
  /** Older libraries may lack a column that has a default. */
  readonly hasDefault: boolean
}

interface ColumnInfo {
  name: string
  type: string
  notnull: number
  dflt_value: string | null
  pk: number
}

/** Reads the layouts of all tables of an empty library. The full-text index is left out. */
export function tableLayouts(connection: libsql.Database): TableLayout[] {
  const tables = connection
    .prepare(
      `SELECT name, wr FROM pragma_table_list
       WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`,
    )
    .all() as { name: string; wr: number }[]
  return tables
    .filter(({ name }) => !name.startsWith('found'))
    .map(({ name, wr }) => layoutOf(connection, name, wr === 1))
}

function layoutOf(connection: libsql.Database, name: string, withoutRowId: boolean): TableLayout {
  const infos = connection
    .prepare(`SELECT * FROM pragma_table_info('${name}')`)
    .all() as ColumnInfo[]
  const keys = infos.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk)
  // WITHOUT ROWID stores the primary key first.
  const ordered = withoutRowId ? [...keys, ...infos.filter(({ pk }) => pk === 0)] : infos
  const rowIdColumn =
    !withoutRowId && keys.length === 1 && keys[0]?.type === 'INTEGER' ? keys[0].name : null
  const ofMeetings = connection
    .prepare(`SELECT 1 FROM pragma_foreign_key_list('${name}') WHERE "table" = 'meetings'`)
    .get()
  return {
    name,
    withoutRowId,
    ofMeetings: ofMeetings !== undefined,
    rowIdColumn,
    columns: ordered.map((info) => ({
      name: info.name,
      type: info.type === 'INTEGER' ? 'INTEGER' : 'TEXT',
      // The record holds null in place of the row id.
      mayBeNull: info.name === rowIdColumn || (info.notnull === 0 && info.pk === 0),
      hasDefault: info.dflt_value !== null || (info.notnull === 0 && info.pk === 0),
    })),
  }
}

/** Whether a row can belong to a table: the number of values, their types, nulls. */
export function fits({ columns, withoutRowId, rowIdColumn }: TableLayout, row: StoredRow): boolean {
  if (withoutRowId !== (row.rowId === null)) return false
  if (row.values.length > columns.length) return false
  return columns.every((column, index) => {
    const value = row.values[index]
    if (value === undefined) return column.hasDefault
    if (column.name === rowIdColumn) return value === null
    return value === null ? column.mayBeNull : typeOf(value) === column.type
  })
}

function typeOf(value: SqlValue): 'TEXT' | 'INTEGER' | null {
  // The library stores no NUL; it comes from the zeros of a lost page. SQLite would cut the text there.
  if (typeof value === 'string') return value.includes('\0') ? null : 'TEXT'
  return Number.isSafeInteger(value) ? 'INTEGER' : null
}
