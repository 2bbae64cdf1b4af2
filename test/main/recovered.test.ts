import { describe, expect, it } from 'vitest'
import { createRecovered } from '../../main/recovered'
import { meetingOf, must, newLibrary, temporaryFolder } from './library/folder'

/** A library that was left in the middle of two recordings, `old` and `new`. */
function interrupted() {
  const folder = temporaryFolder()
  const crashed = newLibrary(folder)
  for (const [index, id] of ['old', 'new', 'closed'].entries()) {
    must(crashed.meetings.create(meetingOf({ id, startedAt: index })))
  }
  must(crashed.meetings.setState('closed', 'done'))
  crashed.close()
  return { start: () => createRecovered(newLibrary(folder)) }
}

describe('meetings without a clean stop', () => {
  it('are offered, the newest first', () => {
    expect(must(interrupted().start().list())).toEqual(['new', 'old'])
  })

  it('are offered again at the next start where they were kept for later', () => {
    const { start } = interrupted()
    const first = start()
    must(first.answer('new', 'later'))
    expect(must(first.list())).toEqual(['old'])
    expect(must(start().list())).toEqual(['new', 'old'])
  })

  it('are not offered again once they were opened', () => {
    const { start } = interrupted()
    const first = start()
    must(first.answer('new', 'opened'))
    expect(must(first.list())).toEqual(['old'])
    expect(must(start().list())).toEqual(['old'])
  })
})
