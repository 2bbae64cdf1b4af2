import { Menu } from '@base-ui/react/menu'
import clsx from 'clsx'
import type { ReactNode } from 'react'
import { messages } from '../../../preload/messages'
import { Keys } from '../components/kbd'
import { landmark } from '../components/landmark'
import popupStyles from '../components/popup.module.css'
import { useParley } from '../context'
import { clock } from '../format'
import { useStore } from '../stores/store'
import { toggleHeard } from './heard-text'
import { indexOfRow, type TurnRow } from './places'
import type { Reader, TurnMenu as Opened } from './reader'
import { turnIdOf, type Row } from './rows'
import styles from './turn-menu.module.css'
import { marksOf } from './marks'
import { wordRanges } from './words'

const main = landmark('main')

interface TurnMenuProps {
  readonly reader: Reader
  readonly rows: readonly Row[]
}

/** What can be corrected of a turn; one menu for all turns, opened where it was asked for. */
export function TurnMenu({ reader, rows }: TurnMenuProps) {
  const opened = useStore(reader.menu)
  const index = opened === null ? -1 : indexOfRow(rows, opened.key)
  const row = rows[index]
  const close = () => {
    const menu = reader.menu.get()
    reader.menu.set(null)
    if (menu === null || reader.editing.get() || reader.dialog.get()) return
    reader.cursor.set({ key: menu.key, word: menu.word, focus: true, found: false })
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
              <Items reader={reader} rows={rows} index={index} row={row} opened={opened} />
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

function Items({ reader, rows, index, row, opened }: ItemsProps) {
  const { stores, actions } = useParley()
  const { meetingId, undo, redo, corrected, marks } = useStore(stores.beside)
  const text = messages.meeting.edit
  const turn = turnIdOf(row.turn)
  const range = wordRanges(row.turn)[opened.word]
  const word = range ? row.turn.text.slice(...range) : ''
  const next = rows.slice(index + 1).find((other) => other.kind === 'turn')
  const joins = next?.kind === 'turn' && next.turn.source === row.turn.source
  const ask = (kind: 'rename' | 'assign' | 'merge') => reader.dialog.set({ kind, key: row.key })
  return (
    <>
      <Item
        keys={['F2']}
        onClick={() => reader.editing.set({ key: row.key, offset: range?.[0] ?? 0 })}
      >
        {text.words}
      </Item>
      <Item
        disabled={opened.word <= 0 || !range}
        onClick={() => void actions.edit({ kind: 'split', turn, word: opened.word })}
      >
        {opened.word > 0 && range ? text.split(word) : text.splitNowhere}
      </Item>
      <Item
        disabled={!joins}
        onClick={() =>
          joins && void actions.edit({ kind: 'join', turn, next: turnIdOf(next.turn) })
        }
      >
        {text.join}
      </Item>
      {reader.player && meetingId !== null && (
        <Item onClick={() => stores.askAgain.set({ meetingId, part: { from: turn, to: turn } })}>
          {text.again}
        </Item>
      )}
      <Menu.Separator className={styles['line']} />
      <Item onClick={() => ask('rename')}>{text.rename}</Item>
      <Item onClick={() => ask('assign')}>{text.assign}</Item>
      <Item onClick={() => ask('merge')}>{text.merge}</Item>
      <Menu.Separator className={styles['line']} />
      {marksOf(rows, index, marks).map(({ atMs }) => (
        <Item key={atMs} onClick={() => void actions.unmark(atMs)}>
          {text.unmark(clock(atMs))}
        </Item>
      ))}
      <Item onClick={() => void actions.copyLink(row.turn.startMs)}>{text.copyLink}</Item>
      {corrected.has(row.key) && (
        <Item onClick={() => toggleHeard(reader, row.key, actions.readHeard)}>
          {reader.heard.get().has(row.key) ? text.hideHeard : text.showHeard}
        </Item>
      )}
      <Item disabled={undo === null} keys={['Ctrl Z']} onClick={() => void actions.undo()}>
        {undo === null ? text.undoNothing : text.undo[undo]}
      </Item>
      <Item disabled={redo === null} keys={['Ctrl Shift Z']} onClick={() => void actions.redo()}>
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
