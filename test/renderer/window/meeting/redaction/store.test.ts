import { expect, it, vi } from 'vitest'
import { ok, type Result } from '../../../../../common/errors'
import type { RedactionState } from '../../../../../common/model'
import { createRedactions } from '../../../../../renderer/window/meeting/redaction/store'
import type { MainProcess } from '../../../../../renderer/window/stores/main-process'

const hidden = (text: string) => ({ id: 1, kind: 'name', place: null, text }) as const
const stateOf = (text: string, found: RedactionState['found']): RedactionState => ({
  redactions: [hidden(text)],
  found,
  hidden: [],
})

/** Main answers each question when the test says so. */
function setUp() {
  const asked: { find: boolean; answer: (result: Result<RedactionState>) => void }[] = []
  const main = {
    on: () => undefined,
    call: vi.fn((name: string, input: { find: boolean }) =>
      name === 'redactions:state'
        ? new Promise((answer) => asked.push({ find: input.find, answer }))
        : Promise.resolve(ok(undefined)),
    ),
  } as unknown as MainProcess
  const notices = { report: (result: Result<unknown>) => result.ok } as never
  return { asked, store: createRedactions(main, { notices }) }
}

it('looks for what could be hidden only while somebody sees it', async () => {
  const { asked, store } = setUp()
  const loaded = store.load('meeting')
  await vi.waitFor(() => expect(asked).toHaveLength(1))
  asked[0]?.answer(ok(stateOf('Ana', null)))
  await loaded
  expect(store.open.get()).toMatchObject({ meetingId: 'meeting', found: null })
  const end = store.find('meeting')
  void store.load('meeting')
  await vi.waitFor(() => expect(asked).toHaveLength(2))
  const changed = store.add([hidden('Ben')])
  await vi.waitFor(() => expect(asked).toHaveLength(3))
  asked[2]?.answer(ok(stateOf('Ben', [])))
  await changed
  expect(store.open.get()?.found).toEqual([])
  end()
  void store.load('meeting')
  await vi.waitFor(() => expect(asked).toHaveLength(4))
  expect(asked.map(({ find }) => find)).toEqual([false, true, true, false])
})

it('ignores an answer that comes after that to a later question', async () => {
  const { asked, store } = setUp()
  const slow = store.load('meeting')
  await vi.waitFor(() => expect(asked).toHaveLength(1))
  const fast = store.load('meeting')
  await vi.waitFor(() => expect(asked).toHaveLength(2))
  asked[1]?.answer(ok(stateOf('new', null)))
  asked[0]?.answer(ok(stateOf('old', [])))
  await Promise.all([slow, fast])
  expect(store.open.get()?.redactions).toEqual([hidden('new')])
})
