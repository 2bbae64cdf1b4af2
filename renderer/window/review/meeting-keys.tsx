import { useCallback, useEffect, useRef } from 'react'
import { useParley } from '../context'
import type { Find } from '../script/find'
import type { Player, Reader } from '../script/reader'
import type { Row } from '../script/rows'
import { useStore } from '../stores/store'
import { goToDoubtful } from './doubtful-count'
import { KeysDialog } from './keys-dialog'
import { nextRate } from './player'
import { skipMs, useReviewKeys, type ReviewCommand } from './review-keys'

interface MeetingKeysProps {
  readonly reader: Reader
  readonly rows: readonly Row[]
}

const findCommands: ReadonlySet<ReviewCommand> = new Set(['find', 'find-next', 'find-previous'])

function findAfter(find: Find, command: ReviewCommand): Find {
  if (command === 'find') return { ...find, open: true, asked: find.asked + 1 }
  const by = command === 'find-next' ? 1 : -1
  return { ...find, open: true, at: find.at === null ? null : find.at + by }
}

function playerCommand(player: Player, command: ReviewCommand): void {
  const rate = player.rate.get()
  if (command === 'play-or-pause') player.toggle()
  if (command === 'back') player.skip(-skipMs)
  if (command === 'forward') player.skip(skipMs)
  if (command === 'slower') player.setRate(nextRate(rate, -1))
  if (command === 'faster') player.setRate(nextRate(rate, 1))
}

/** The keys of the open meeting, and the dialog that names them. */
export function MeetingKeys({ reader, rows }: MeetingKeysProps) {
  const { stores, actions } = useParley()
  const help = useStore(reader.help)
  const latest = useRef(rows)
  useEffect(() => {
    latest.current = rows
  })
  const run = useCallback(
    (command: ReviewCommand): boolean => {
      const { player, find } = reader
      if (findCommands.has(command)) find.set(findAfter(find.get(), command))
      else if (command === 'notes') stores.notesShown.set(!stores.notesShown.get())
      else if (command === 'mark') void actions.mark(player ? Math.round(player.position()) : null)
      // Captions are of what is said now.
      else if (command === 'captions' && player === null) {
        void actions.showCaptions(!stores.captionsShown.get())
      } else if (player === null) return false
      else if (command === 'undo') void actions.undo()
      else if (command === 'redo') void actions.redo()
      else if (command === 'help') reader.help.set(true)
      else if (command === 'next-doubtful') goToDoubtful(reader, latest.current, 1)
      else if (command === 'previous-doubtful') goToDoubtful(reader, latest.current, -1)
      else playerCommand(player, command)
      return true
    },
    [reader, stores, actions],
  )
  useReviewKeys(run)
  return <KeysDialog open={help} onClose={() => reader.help.set(false)} />
}
