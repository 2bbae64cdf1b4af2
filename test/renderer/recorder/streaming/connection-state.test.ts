import { describe, expect, it } from 'vitest'
import { connectionStateSchema } from '../../../../common/schemas'
import type { ConnectionState } from '../../../../common/model'
import {
  nextConnection,
  type ConnectionChange,
} from '../../../../renderer/recorder/streaming/connection-state'

/** Every state and every change. */
const rows: [ConnectionState, ConnectionChange, ConnectionState][] = [
  ['connecting', 'began', 'live'],
  ['connecting', 'behind', 'catching-up'],
  ['connecting', 'caught-up', 'connecting'],
  ['connecting', 'lost', 'connecting'],
  ['connecting', 'gave-up', 'offline'],
  ['connecting', 'fell-silent', 'connecting'],
  ['live', 'began', 'live'],
  ['live', 'behind', 'catching-up'],
  ['live', 'caught-up', 'live'],
  ['live', 'lost', 'connecting'],
  ['live', 'gave-up', 'offline'],
  ['live', 'fell-silent', 'waiting'],
  ['waiting', 'began', 'live'],
  ['waiting', 'behind', 'catching-up'],
  ['waiting', 'caught-up', 'waiting'],
  ['waiting', 'lost', 'connecting'],
  ['waiting', 'fell-silent', 'waiting'],
  ['waiting', 'gave-up', 'offline'],
  ['catching-up', 'began', 'catching-up'],
  ['catching-up', 'behind', 'catching-up'],
  ['catching-up', 'caught-up', 'live'],
  ['catching-up', 'lost', 'connecting'],
  ['catching-up', 'gave-up', 'offline'],
  ['catching-up', 'fell-silent', 'waiting'],
  ['offline', 'began', 'live'],
  ['offline', 'behind', 'catching-up'],
  ['offline', 'caught-up', 'offline'],
  ['offline', 'lost', 'offline'],
  ['offline', 'gave-up', 'offline'],
  ['offline', 'fell-silent', 'offline'],
]

describe('the connection', () => {
  it.each(rows)('%s, %s: %s', (from, change, to) => {
    expect(nextConnection(from, change)).toBe(to)
  })

  it('has no other state', () => {
    expect(new Set(rows.map(([from]) => from))).toEqual(new Set(connectionStateSchema.options))
  })
})
