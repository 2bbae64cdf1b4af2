import clsx from 'clsx'
import { memo, useId, type ReactNode } from 'react'
import { messages } from '../../../preload/messages'
import type { Gap } from '../../../preload/model'
import { speakerName } from '../../../preload/speaker-name'
import { Flag, More } from '../components/icons'
import { useParley } from '../context'
import { clock } from '../format'
import { useSelected } from '../stores/store'
import { CorrectedNote, Heard } from './heard'
import type { Player, Reader } from './reader'
import styles from './script.module.css'
import { speakerColour } from './speakers'
import { TurnEditor } from './turn-editor'
import { TurnText } from './turn-text'
import { gapSentence, splitPartial, type ScriptTurn } from './words'

interface PlaceProps {
  /** Counted from 1, for those who cannot see how far down they are. */
  readonly position: number
}

interface LineProps extends PlaceProps {
  readonly who: ReactNode
  readonly children: ReactNode
  readonly partial?: boolean
  readonly echo?: boolean
}

function Line(props: LineProps) {
  const who = useId()
  return (
    <article
      className={styles['line']}
      aria-labelledby={who}
      aria-posinset={props.position}
      aria-setsize={-1}
      data-partial={props.partial}
      data-echo={props.echo}
    >
      <div id={who}>{props.who}</div>
      {props.children}
    </article>
  )
}

function Who({ turn }: { readonly turn: ScriptTurn }) {
  const { palette } = useParley().stores
  const name = useSelected(palette, (colours) => speakerColour(turn, colours))
  const colour = { color: `var(${name})` }
  const text = messages.meeting.echo
  return (
    <div className={styles['who']} style={colour}>
      {speakerName(turn)}
      {turn.echo && <span title={text.explained}>{`, ${text.label}`}</span>}
    </div>
  )
}

function At({ ms, player }: { readonly ms: number; readonly player: Player | null }) {
  if (player === null) return <div className={styles['at']}>{clock(ms)}</div>
  const label = messages.meeting.review.playFrom(clock(ms))
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles['at']}
      aria-label={label}
      title={label}
      onClick={() => player.playFrom(ms)}
    >
      {clock(ms)}
    </button>
  )
}

interface TurnLineProps extends PlaceProps {
  readonly rowKey: string
  readonly turn: ScriptTurn
  readonly reader: Reader
}

/** A final turn. Draws again only when it is replaced, or when the keyboard comes into it. */
export const TurnLine = memo(function TurnLine({ rowKey, turn, reader, position }: TurnLineProps) {
  const who = (
    <>
      <Who turn={turn} />
      <At ms={turn.startMs} player={reader.player} />
      <CorrectedNote rowKey={rowKey} reader={reader} />
      <MarkNote rowKey={rowKey} player={reader.player} />
    </>
  )
  const editing = useSelected(reader.editing, (edited) => (edited?.key === rowKey ? edited : null))
  return (
    <Line position={position} who={who} echo={turn.echo}>
      <div className={styles['said']}>
        {editing ? (
          <TurnEditor rowKey={rowKey} turn={turn} reader={reader} offset={editing.offset} />
        ) : (
          <TurnText rowKey={rowKey} turn={turn} reader={reader} />
        )}
        <Heard rowKey={rowKey} turn={turn} reader={reader} />
        {reader.player && <MenuOpener rowKey={rowKey} reader={reader} />}
      </div>
    </Line>
  )
})

/** Opens the menu of a turn for the mouse; the keyboard has the menu key on a word. */
function MenuOpener({ rowKey, reader }: { rowKey: string; reader: Reader }) {
  const text = messages.meeting.edit
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles['more']}
      aria-label={text.menu}
      title={text.menu}
      aria-haspopup="menu"
      onClick={(event) => {
        const place = reader.cursor.get()
        const word = place?.key === rowKey ? place.word : 0
        reader.menu.set({ key: rowKey, word, anchor: event.currentTarget })
      }}
    >
      <More />
    </button>
  )
}

/** The moments that were marked while a turn was said. */
function MarkNote({ rowKey, player }: { rowKey: string; player: Player | null }) {
  const { marked } = useParley().stores
  const marks = useSelected(marked, (byRow) => byRow.get(rowKey))
  return marks?.map(({ atMs }) => (
    <button
      key={atMs}
      type="button"
      tabIndex={-1}
      className={clsx(styles['at'], styles['mark'])}
      disabled={player === null}
      title={messages.meeting.review.playFrom(clock(atMs))}
      onClick={() => player?.playFrom(atMs)}
    >
      <Flag />
      {clock(atMs)}
    </button>
  ))
}

/** A turn that is still being said: the one row that a partial draws. */
export function PartialLine({ rowKey, position }: { rowKey: string } & PlaceProps) {
  const { stores } = useParley()
  const turn = useSelected(stores.transcript.partials, (partials) => partials.get(rowKey))
  // Virtual rows may not be without height, so the line stands though its words are gone.
  if (!turn) return <Line position={position} who={null} children={null} />
  const { firm, soft } = splitPartial(turn)
  const who = (
    <>
      <Who turn={turn} />
      <At ms={turn.startMs} player={null} />
    </>
  )
  return (
    <Line position={position} who={who} partial>
      <p className={styles['text']}>
        {firm}
        {firm !== '' && soft !== '' && ' '}
        <span className={styles['soft']}>{soft}</span>
      </p>
    </Line>
  )
}

/** A stretch without words, and why. */
export const GapLine = memo(function GapLine({ gap, position }: { gap: Gap } & PlaceProps) {
  return (
    <Line position={position} who={<At ms={gap.startMs} player={null} />}>
      <p className={styles['gap']}>{gapSentence(gap)}</p>
    </Line>
  )
})
