// @vitest-environment happy-dom
import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { packText } from '../../../../../common/model'
import { errorValue } from '../../../../../common/errors'
import type { Gap, Turn } from '../../../../../common/model'
import { createStore } from '../../../../../renderer/shared/store'
import {
  createTranscriptSession,
  type Player,
} from '../../../../../renderer/window/transcript/model/transcript-session'
import {
  GapLine,
  PartialLine,
  TurnLine,
} from '../../../../../renderer/window/transcript/view/turn-rows'
import { openWindow, type Given } from '../../open-window'
import { renderIn } from '../../render'
import { partial, transcript, turn } from '../../samples'

const said = turn(0, 'We met in Ghent')
const unsure: Turn = {
  ...said,
  words: said.words.map((word) => (word.text === 'Ghent' ? { ...word, confidence: 0.2 } : word)),
}

function fakePlayer(): Player {
  return {
    playing: createStore(false),
    rate: createStore(1),
    failed: createStore(false),
    position: () => 0,
    playFrom: vi.fn(),
    toggle: vi.fn(),
    pause: vi.fn(),
    seek: vi.fn(),
    skip: vi.fn(),
    setRate: vi.fn(),
    onTick: () => () => undefined,
  }
}

/** One turn of an open meeting, as the transcript shows it. */
async function showTurn(shown: Turn, given: Given = {}) {
  const window = await openWindow(given)
  await window.parley.meeting.open('meeting')
  const player = fakePlayer()
  const session = createTranscriptSession(player)
  renderIn(
    window.parley,
    <TurnLine rowKey="session:0" turn={shown} session={session} position={1} />,
  )
  return { ...window, player, session, user: userEvent.setup() }
}

describe('a turn', () => {
  it('shows its text, its speaker and a time that plays from there', async () => {
    const { player, user } = await showTurn({ ...said, speaker: 'B' })
    expect(screen.getByRole('article', { name: /Speaker B/ })).toHaveTextContent('We met in Ghent')
    await user.click(screen.getByRole('button', { name: 'Play from 0:00:00' }))
    expect(player.playFrom).toHaveBeenCalledWith(0)
  })

  it('explains the words that the engine was not sure of, and no others', async () => {
    await showTurn(unsure)
    const marked = screen.getAllByTitle('Parley is not sure of this word')
    expect(marked.map((word) => word.textContent)).toEqual(['Ghent'])
  })

  it('makes each word reachable only while the keyboard is in the turn', async () => {
    const { session } = await showTurn(said)
    const words = () => screen.queryAllByRole('button').filter((one) => one.dataset['word'])
    expect(words()).toHaveLength(0)
    session.cursor.set({ key: 'session:0', word: 1, focus: true, found: false })
    await vi.waitFor(() =>
      expect(words().map((word) => word.textContent)).toEqual(['We', 'met', 'in', 'Ghent']),
    )
    expect(document.activeElement).toHaveTextContent('met')
    expect(words().filter((word) => word.tabIndex === 0)).toHaveLength(1)
  })

  it('saves edited text when a person presses Enter', async () => {
    const { session, user, calls } = await showTurn(said)
    session.editing.set({ key: 'session:0', offset: 0 })
    const field = await screen.findByRole('textbox', { name: 'Text of this turn' })
    await user.clear(field)
    await user.type(field, 'We met in Bruges{Enter}')
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(calls.at(-1)).toMatchObject({
      name: 'corrections:edit',
      input: { edit: { kind: 'text', text: 'We met in Bruges' } },
    })
  })

  it('keeps the old text when a person presses Escape', async () => {
    const { session, user, asked } = await showTurn(said)
    session.editing.set({ key: 'session:0', offset: 0 })
    await user.type(await screen.findByRole('textbox'), 'no{Escape}')
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(asked()).not.toContain('corrections:edit')
  })

  it('shows the original text of a corrected turn on request, loaded once', async () => {
    const { user, asked } = await showTurn(said, {
      answers: {
        'corrections:history': { undo: null, redo: null, corrected: [said] },
        'meetings:original': packText(transcript([turn(0, 'We meat in Gent')])),
      },
    })
    const note = screen.getByRole('button', { name: 'corrected' })
    expect(screen.queryByText(/Original/)).toBeNull()
    await user.click(note)
    expect(screen.getByText('Original: We meat in Gent')).toBeVisible()
    expect(note).toHaveAttribute('aria-expanded', 'true')
    await user.click(note)
    await user.click(note)
    expect(asked().filter((name) => name === 'meetings:original')).toHaveLength(1)
  })
})

describe('a gap', () => {
  const gap: Gap = {
    id: 'gap-1',
    source: 'microphone',
    startMs: 0,
    endMs: 30_000,
    reason: 'network',
    sound: true,
    filled: false,
  }

  it('says why its words are not filled in, as long as they are not', async () => {
    const error = errorValue('job-attempts')
    const { parley, emit } = await openWindow()
    await parley.meeting.open('meeting')
    const { unmount } = renderIn(parley, <GapLine gap={gap} position={1} />)
    expect(screen.getByRole('article')).toHaveTextContent(/the words are missing\.$/)
    const of = (meetingId: string) => ({ meetingId, gapId: 'gap-1', error })
    act(() => emit('gaps:problems-changed', [of('another')]))
    expect(screen.queryByText(error.sentence, { exact: false })).toBeNull()
    act(() => emit('gaps:problems-changed', [of('meeting')]))
    expect(screen.getByText(error.sentence, { exact: false })).toBeVisible()
    unmount()
    renderIn(parley, <GapLine gap={{ ...gap, filled: true }} position={1} />)
    expect(screen.queryByText(error.sentence, { exact: false })).toBeNull()
  })
})

describe('a partial', () => {
  it('separates the words that may still change', async () => {
    const words = partial(0, 'We met').words
    const [first] = words
    if (first === undefined) throw new Error('no word')
    const { parley } = await openWindow({ schedule: queueMicrotask })
    await parley.meeting.open('meeting')
    parley.transcript.turn('meeting', {
      ...partial(3, 'We met'),
      words: [{ ...first, isFinal: true }, ...words.slice(1)],
    })
    renderIn(parley, <PartialLine rowKey="session:3" position={1} />)
    const line = await screen.findByRole('article')
    await vi.waitFor(() => expect(line).toHaveTextContent('We met'))
    expect(line.querySelector('p > span')).toHaveTextContent(/^met$/)
  })
})
