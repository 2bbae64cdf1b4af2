import { describe, expect, it } from 'vitest'
import { createRecovered } from '../../../main/library/recovered'
import { meetingOf, unwrap, newLibrary, temporaryFolder } from './folder'

/** A library that was left in the middle of two recordings, `old` and `new`. */
function interrupted() {
  const folder = temporaryFolder()
  const crashed = newLibrary(folder)
  for (const [index, id] of ['old', 'new', 'closed'].entries()) {
    unwrap(crashed.meetings.create(meetingOf({ id, startedAt: index })))
  }
  unwrap(crashed.meetings.setState('closed', 'done'))
  crashed.close()
  return { start: () => createRecovered(newLibrary(folder)) }
}

describe('meetings without a clean stop', () => {
  it('are offered, the newest first', () => {
    expect(unwrap(interrupted().start().list())).toEqual(['new', 'old'])
  })

  it('are offered again at the next start if they were kept for later', () => {
    const { start } = interrupted()
    const first = start()
    unwrap(first.answer('new', 'later'))
    expect(unwrap(first.list())).toEqual(['old'])
    expect(unwrap(start().list())).toEqual(['new', 'old'])
  })

  it('are not offered again once they were opened', () => {
    const { start } = interrupted()
    const first = start()
    unwrap(first.answer('new', 'opened'))
    expect(unwrap(first.list())).toEqual(['old'])
    expect(unwrap(start().list())).toEqual(['old'])
  })
})
