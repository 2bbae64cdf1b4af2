import { Menu } from '@base-ui/react/menu'
import clsx from 'clsx'
import type { ReactNode } from 'react'
import { messages } from '../../../../common/text/window'
import { isUnnamed, speakerLabel } from '../../../../common/speaker-name'
import { Keys } from '../../components/kbd'
import { landmark } from '../../components/landmark'
import popupStyles from '../../components/popup.module.css'
import { useParley } from '../../context'
import { clock } from '../../format'
import { useSelected, useStore } from '../../../shared/store'
import { hasSpeakerModels } from '../../speakers/store'
import { toggleOriginal } from '../model/original-text'
import { indexOfRow, type TurnRow } from '../model/word-cursor'
import type { TranscriptSession, TurnMenu as Opened } from '../model/transcript-session'
import { turnIdOf, type Row } from '../model/rows'
import styles from './turn-menu.module.css'
import { marksOf } from '../model/marks'
import { wordRanges } from '../model/turn-words'

const main = landmark('main')

interface TurnMenuProps {
  readonly session: TranscriptSession
  readonly rows: readonly Row[]
}

/** The actions on a turn; one menu for all turns, opened at the turn. */
export function TurnMenu({ session, rows }: TurnMenuProps) {
  const opened = useStore(session.menu)
  const index = opened === null ? -1 : indexOfRow(rows, opened.key)
  const row = rows[index]
  const close = () => {
    const menu = session.menu.get()
    session.menu.set(null)
    if (menu === null || session.editing.get() || session.dialog.get()) return
    session.cursor.set({ key: menu.key, word: menu.word, focus: true, found: false })
  }
  return (
    <Menu.Root open={opened !== null} onOpenChange={(open) => (open ? undefined : close())}>
      <Menu.Portal className={popupStyles['portal']} container={main}>
        <Menu.Positioner
          className={popupStyles['positioner']}
          anchor={opened?.anchor ?? null}
          side="bottom"
          align="start"
          sideOffset={4}
        >
          <Menu.Popup className={popupStyles['popup']} finalFocus={false}>
            {opened && row?.kind === 'turn' && (
              <Items session={session} rows={rows} index={index} row={row} opened={opened} />
            )}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

interface ItemsProps extends TurnMenuProps {
  readonly index: number
  readonly row: TurnRow
  readonly opened: Opened
}

function Items({ session, rows, index, row, opened }: ItemsProps) {
  const parley = useParley()
  const { meetingId, undo, redo, corrected } = useStore(parley.corrections.state)
  const marks = useSelected(parley.annotations.state, (annotations) => annotations.marks)
  const text = messages.meeting.edit
  const turn = turnIdOf(row.turn)
  const range = wordRanges(row.turn)[opened.word]
  const word = range ? row.turn.text.slice(...range) : ''
  const next = rows.slice(index + 1).find((other) => other.kind === 'turn')
  const joins = next?.kind === 'turn' && next.turn.source === row.turn.source
  const has = useSelected(parley.models.state, hasSpeakerModels)
  const { speaker } = row.turn
  // Only a voice with a name can be kept, and only from a finished meeting.
  const keeps =
    has && session.player && speakerLabel(speaker) !== null && !isUnnamed(speaker ?? '')
      ? speaker
      : null
  const ask = (kind: 'rename' | 'assign' | 'merge') => session.dialog.set({ kind, key: row.key })
  return (
    <>
      <Item
        keys={['F2']}
        onClick={() => session.editing.set({ key: row.key, offset: range?.[0] ?? 0 })}
      >
        {text.words}
      </Item>
      <Item
        disabled={opened.word <= 0 || !range}
        onClick={() => void parley.corrections.edit({ kind: 'split', turn, word: opened.word })}
      >
        {opened.word > 0 && range ? text.split(word) : text.splitNowhere}
      </Item>
      <Item
        disabled={!joins}
        onClick={() =>
          joins && void parley.corrections.edit({ kind: 'join', turn, next: turnIdOf(next.turn) })
        }
      >
        {text.join}
      </Item>
      {session.player && meetingId !== null && (
        <Item
          onClick={() =>
            parley.retranscription.request.set({ meetingId, part: { from: turn, to: turn } })
          }
        >
          {text.retranscribe}
        </Item>
      )}
      <Menu.Separator className={styles['line']} />
      <Item onClick={() => ask('rename')}>{text.rename}</Item>
      <Item onClick={() => ask('assign')}>{text.assign}</Item>
      <Item onClick={() => ask('merge')}>{text.merge}</Item>
      {keeps && meetingId !== null && (
        <Item onClick={() => parley.speakers.keeping.set({ meetingId, turn, name: keeps })}>
          {messages.speakers.keep.menu}
        </Item>
      )}
      <Menu.Separator className={styles['line']} />
      {marksOf(rows, index, marks).map(({ atMs }) => (
        <Item key={atMs} onClick={() => void parley.annotations.unmark(atMs)}>
          {text.unmark(clock(atMs))}
        </Item>
      ))}
      <Item onClick={() => void parley.meeting.copyLink(row.turn.startMs)}>{text.copyLink}</Item>
      {session.player && range && (
        <Item
          onClick={() =>
            void parley.redactions.hide({
              from: { ...turn, offset: range[0] },
              to: { ...turn, offset: range[1] },
            })
          }
        >
          {messages.redaction.hideWord(word)}
        </Item>
      )}
      {corrected.has(row.key) && (
        <Item onClick={() => toggleOriginal(session, row.key, parley.corrections.loadOriginal)}>
          {session.originalShown.get().has(row.key) ? text.hideOriginal : text.showOriginal}
        </Item>
      )}
      <Item
        disabled={undo === null}
        keys={['Ctrl Z']}
        onClick={() => void parley.corrections.undo()}
      >
        {undo === null ? text.undoNothing : text.undo[undo]}
      </Item>
      <Item
        disabled={redo === null}
        keys={['Ctrl Shift Z']}
        onClick={() => void parley.corrections.redo()}
      >
        {redo === null ? text.redoNothing : text.redo[redo]}
      </Item>
    </>
  )
}

interface ItemProps {
  readonly keys?: readonly string[]
  readonly disabled?: boolean
  readonly onClick: () => void
  readonly children: ReactNode
}

function Item({ keys, disabled = false, onClick, children }: ItemProps) {
  return (
    <Menu.Item
      className={clsx(popupStyles['item'], styles['item'])}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
      {keys && <Keys keys={keys} />}
    </Menu.Item>
  )
}
