import { expect, expectTypeOf, test } from 'vitest'
import type { CallName } from '../../../common/ipc/channels'
import type { ExactlyOnce } from '../../../main/boundary/exactly-once'
import type { CallHandlers } from '../../../main/boundary/ipc'

interface List {
  'a:list': () => void
}
interface Get {
  'a:get': () => void
}
type Names = 'a:list' | 'a:get'

/** Has a signature like that of `connect`. */
declare function register<const P extends readonly object[]>(
  ...parts: P & ExactlyOnce<P, Names>
): void
declare const list: List
declare const get: Get
/** Only the compiler runs these. */
function compiled(calls: () => void): void {
  expect(calls).toBeTypeOf('function')
}

test('parts that have each name once between them are accepted', () => {
  expectTypeOf<ExactlyOnce<[List, Get], Names>>().toBeUnknown()
  compiled(() => register(list, get))
})

test('a missing handler is a type error that names it', () => {
  expectTypeOf<ExactlyOnce<[List], Names>>().toEqualTypeOf<{ readonly missing: 'a:get' }>()
  // @ts-expect-error Nothing handles a:get.
  compiled(() => register(list))
})

test('a duplicate handler is a type error that names it', () => {
  expectTypeOf<ExactlyOnce<[List, Get, List], Names>>().toEqualTypeOf<{
    readonly duplicate: 'a:list'
  }>()
  // @ts-expect-error a:list is handled twice.
  compiled(() => register(list, get, list))
})

test('a handler of an unknown name is a type error that names it', () => {
  expectTypeOf<ExactlyOnce<[List, Get, { 'b:x': 1 }], Names>>().toEqualTypeOf<{
    readonly unknown: 'b:x'
  }>()
})

test('the contract needs every call of the contract', () => {
  expectTypeOf<ExactlyOnce<[CallHandlers], CallName>>().toBeUnknown()
  expectTypeOf<ExactlyOnce<[Omit<CallHandlers, 'app:info'>], CallName>>().toEqualTypeOf<{
    readonly missing: 'app:info'
  }>()
})
