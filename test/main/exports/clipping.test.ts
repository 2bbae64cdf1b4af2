import { describe, expect, it } from 'vitest'
import { clippingOf } from '../../../main/exports/clipping'
import { all, gapOf, said, transcriptOf } from './transcripts'

const transcript = transcriptOf(
  [
    said('One two three.', 1_000, { turnOrder: 0 }),
    said('Four five.', 5_000, { turnOrder: 1, source: 'system' }),
    said('Six.', 20_000, { turnOrder: 2 }),
  ],
  [gapOf(10_000, 12_000)],
)
const at = (turnOrder: number, offset: number) => ({ sessionId: 's', turnOrder, offset })

describe('clippingOf', () => {
  it('is the whole meeting if nothing is selected', () => {
    const { text, html } = clippingOf(transcript, null, all)
    expect(text).toContain('Meeting, 10:02\n')
    expect(text).toContain('[0:00:05] Others: Four five.\n')
    expect(html).toContain('<h1 dir="auto">Meeting, 10:02</h1>')
    expect(html).toContain(
      '<strong>Others</strong> · 0:00:05<br><span dir="auto">Four five.</span>',
    )
  })

  it('starts and ends inside turns like the selection, with the gaps in between', () => {
    const part = { from: at(0, 4), to: at(2, 3) }
    expect(clippingOf(transcript, part, all).text.split('\n')).toEqual([
      '[0:00:01] Me: two three.',
      '[0:00:05] Others: Four five.',
      '[0:00:10] (No text, 0:00:10 to 0:00:12: no connection)',
      '[0:00:20] Me: Six',
    ])
    expect(clippingOf(transcript, part, { ...all, times: false }).text.split('\n')[0]).toBe(
      'Me: two three.',
    )
  })

  it('is only the words inside one turn', () => {
    const { text, html } = clippingOf(transcript, { from: at(0, 4), to: at(0, 7) }, all)
    expect(text).toBe('two')
    expect(html).toBe('<p><span dir="auto">two</span></p>')
  })

  it('is nothing if the turns no longer exist', () => {
    expect(clippingOf(transcript, { from: at(7, 0), to: at(8, 1) }, all).text).toBe('')
  })
})
