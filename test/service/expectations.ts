import { expect } from 'vitest'
import type { Client } from './client'
import { errorReason } from './connection'

/** The Error frame came first, then a close with the same code and the usual reason. */
export async function expectError(
  client: Client,
  code: number,
  text: string | RegExp,
): Promise<void> {
  const opened = await client.opened
  const closed = await client.closed
  const last = client.heard.at(-1)
  expect(last?.message).toMatchObject({ type: 'Error', error_code: code })
  if (typeof text === 'string') expect(last?.message.error).toBe(text)
  else expect(last?.message.error).toMatch(text)
  expect([closed.code, closed.reason]).toEqual([code, errorReason])
  expect(opened).toBeLessThanOrEqual(last?.at ?? 0)
  expect(closed.at - (last?.at ?? 0)).toBeGreaterThanOrEqual(100)
  expect(client.of('Termination')).toEqual([])
}

export const silence = (ms: number): Int16Array => new Int16Array(ms * 16)
