// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { messages } from '../../../../common/text/window'
import { MeetingDate } from '../../../../renderer/window/meeting/date'
import { openWindow } from '../open-window'
import { renderIn } from '../render'
import { meeting } from '../samples'

const text = messages.library.date
const tokyo = meeting({ startedAt: Date.UTC(2026, 10, 25, 9, 15), timeZone: 'Asia/Tokyo' })

async function openDate(fixed = false) {
  const window = await openWindow({
    meetings: [tokyo],
    answers: { 'corrections:edit': { undo: 'date', redo: null, corrected: [] } },
  })
  window.parley.corrections.open(tokyo.id)
  renderIn(window.parley, <MeetingDate meeting={tokyo} fixed={fixed} />)
  const sent = () => window.calls.filter(({ name }) => name === 'corrections:edit')
  return { sent }
}

function edit(value: string, key: 'Enter' | 'Escape') {
  fireEvent.click(screen.getByTitle(text.edit))
  const field = screen.getByLabelText<HTMLInputElement>(text.field)
  expect(field.value).toBe('2026-11-25T18:15')
  fireEvent.change(field, { target: { value } })
  fireEvent.keyDown(field, { key })
}

describe('the date of the open meeting', () => {
  it('is that of the place where it was recorded', async () => {
    await openDate()
    expect(screen.getByTitle(text.edit).textContent).toMatch(/25 November.*, 18:15$/)
  })

  it('is changed by Enter, as the clocks there show it', async () => {
    const { sent } = await openDate()
    edit('2024-05-12T10:30', 'Enter')
    const startedAt = Date.UTC(2024, 4, 12, 1, 30)
    const input = { id: tokyo.id, edit: { kind: 'date', startedAt } }
    expect(sent()).toEqual([{ name: 'corrections:edit', input }])
    expect(document.activeElement).toBe(screen.getByTitle(text.edit))
  })

  it('stays as it was after Escape, without a change, and without a date', async () => {
    const { sent } = await openDate()
    edit('2024-05-12T10:30', 'Escape')
    edit('2026-11-25T18:15', 'Enter')
    edit('', 'Enter')
    expect(sent()).toEqual([])
  })

  it('cannot be changed while it is recorded', async () => {
    await openDate(true)
    expect(screen.queryByTitle(text.edit)).toBeNull()
  })
})
