// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { Filters } from '../../../../renderer/window/search/filters'
import { SearchResults } from '../../../../renderer/window/search/results'
import { openWindow } from '../open-window'
import { renderIn } from '../render'

async function showFilters(filters: { speakers: string[]; tags: string[] }) {
  const window = await openWindow({
    answers: { 'search:filters': filters, 'search:find': { groups: [], more: null } },
  })
  await window.parley.search.loadFilters()
  renderIn(window.parley, <Filters />)
  const lastQuery = () => window.calls.findLast(({ name }) => name === 'search:find')?.input
  return { ...window, user: userEvent.setup(), lastQuery }
}

describe('the filters of the search', () => {
  it('narrow it to a speaker, and widen it again', async () => {
    const { user, lastQuery } = await showFilters({ speakers: ['Dana', 'Priya'], tags: [] })
    await user.click(screen.getByRole('combobox', { name: 'Speaker' }))
    await user.click(await screen.findByRole('option', { name: 'Priya' }))
    expect(lastQuery()).toMatchObject({ speaker: 'Priya', tag: null, fromAt: null })
    await user.click(screen.getByRole('combobox', { name: 'Speaker' }))
    await user.click(await screen.findByRole('option', { name: 'Anyone' }))
    expect(screen.getByRole('combobox', { name: 'Speaker' })).toHaveTextContent('Anyone')
  })

  it('narrow it to the last week', async () => {
    const { user, lastQuery } = await showFilters({ speakers: [], tags: [] })
    await user.click(screen.getByRole('combobox', { name: 'When' }))
    await user.click(await screen.findByRole('option', { name: 'Last 7 days' }))
    const { fromAt } = lastQuery() as { fromAt: number }
    expect(Date.now() - fromAt).toBeGreaterThanOrEqual(7 * 24 * 60 * 60_000)
    expect(Date.now() - fromAt).toBeLessThan(7 * 24 * 60 * 60_000 + 60_000)
  })

  it('offer tags only if a meeting has one', async () => {
    await showFilters({ speakers: [], tags: [] })
    expect(screen.queryByRole('combobox', { name: 'Tag' })).toBeNull()
  })

  it('keep a chosen tag in the list although no meeting has it any more', async () => {
    const { parley } = await showFilters({ speakers: [], tags: ['budget'] })
    parley.search.want({ tag: 'old' })
    expect(await screen.findByRole('combobox', { name: 'Tag' })).toHaveTextContent('old')
  })
})

describe('the results of the search', () => {
  it('say how many matches there are, and open a match at its word', async () => {
    const place = {
      kind: 'turn',
      turn: { sessionId: 'session', turnOrder: 0 },
      word: 0,
      atMs: 0,
      text: 'Hello.',
      marks: [[0, 5]],
      speaker: null,
      source: 'microphone',
    }
    const group = {
      meetingId: 'meeting',
      title: 'Stand-up',
      titleMarks: [],
      startedAt: 0,
      places: [place],
      count: 3,
    }
    const { parley } = await openWindow({
      answers: { 'search:find': { groups: [group], more: null } },
    })
    parley.search.want({ text: 'hello' })
    renderIn(parley, <SearchResults />)
    expect(await screen.findByText('3 matches in 1 meeting')).toBeVisible()
    const found = within(screen.getByRole('group', { name: 'Stand-up' }))
    expect(found.getByText('2 more in this meeting')).toBeVisible()
    await userEvent.setup().click(found.getByText('Hello'))
    expect(parley.meeting.target.get()).toEqual({
      meetingId: 'meeting',
      at: { turn: 'session:0', word: 0 },
    })
  })
})
