import { useCallback, useEffect, useRef } from 'react'
import type { ActionId } from '../../../../common/model'
import type { ActionHandlers } from '../../commands/store'
import { useActions } from '../../commands/use-actions'
import { useParley } from '../../context'
import type { Find } from '../../transcript/find/find'
import type { Row } from '../../transcript/model/rows'
import type { Player, TranscriptSession } from '../../transcript/model/transcript-session'
import { nextRate } from '../../transcript/playback/player'
import { goToDoubtful } from './doubtful-count'
import { marked } from './marked-part'
import { skipMs, useReviewKeys } from './review-keys'

interface MeetingActionsProps {
  readonly session: TranscriptSession
  readonly rows: readonly Row[]
}

function opened(find: Find): Find {
  return { ...find, open: true, asked: find.asked + 1 }
}

function stepped(find: Find, by: 1 | -1): Find {
  return { ...find, open: true, at: find.at === null ? null : find.at + by }
}

function playbackActions(player: Player): ActionHandlers {
  return {
    'play-or-pause': player.toggle,
    back: () => player.skip(-skipMs),
    forward: () => player.skip(skipMs),
    slower: () => player.setRate(nextRate(player.rate.get(), -1)),
    faster: () => player.setRate(nextRate(player.rate.get(), 1)),
  }
}

/** Offers the actions of the open meeting, and runs them by their keys. */
export function MeetingActions({ session, rows }: MeetingActionsProps) {
  const { commands, annotations, corrections, redactions, side } = useParley()
  const { player, find } = session
  const latest = useRef(rows)
  useEffect(() => {
    latest.current = rows
  })
  // Hides what is selected; without a selection it shows what is hidden.
  const hide = () => {
    const found = marked()
    if (found.kind !== 'part') return side.toggle('hide')
    document.getSelection()?.removeAllRanges()
    void redactions.hide(found.part)
    side.show('hide')
  }
  useActions({
    find: () => find.set(opened(find.get())),
    'find-next': () => find.set(stepped(find.get(), 1)),
    'find-previous': () => find.set(stepped(find.get(), -1)),
    notes: () => side.toggle('notes'),
    mark: () => annotations.mark(player ? Math.round(player.position()) : null),
    ...(player && {
      ...playbackActions(player),
      minutes: () => side.toggle('minutes'),
      hide,
      undo: corrections.undo,
      redo: corrections.redo,
      'next-doubtful': () => goToDoubtful(session, latest.current, 1),
      'previous-doubtful': () => goToDoubtful(session, latest.current, -1),
    }),
  })
  const run = useCallback(
    (action: ActionId): boolean => {
      // Captions exist only during a recording.
      if (action === 'captions' && player !== null) return false
      if (!commands.available().includes(action)) return false
      commands.run(action)
      return true
    },
    [commands, player],
  )
  useReviewKeys(run)
  return null
}
