import clsx from 'clsx'
import { memo, useId, type ReactNode } from 'react'
import { messages } from '../../../../common/text/window'
import { needsSpace } from '../../../../common/text/join-words'
import type { Gap } from '../../../../common/model'
import { speakerName } from '../../../../common/speaker-name'
import { Flag, More } from '../../components/icons'
import { useParley } from '../../context'
import { clock, languageList } from '../../format'
import { useSelected } from '../../../shared/store'
import { CorrectedNote, OriginalText } from './original-text'
import type { Player, TranscriptSession } from '../model/transcript-session'
import styles from './transcript.module.css'
import { speakerColour } from '../model/speakers'
import { TurnEditor } from '../editing/turn-editor'
import { TurnText } from './turn-text'
import {
  gapSentence,
  isLanguageDoubtful,
  splitPartial,
  type TranscriptTurn,
} from '../model/turn-words'

interface PositionProps {
  /** The position in the transcript from 1, for screen readers. */
  readonly position: number
}

interface LineProps extends PositionProps {
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

function Who({ turn }: { readonly turn: TranscriptTurn }) {
  const { palette } = useParley().meeting
  const name = useSelected(palette, (colours) => speakerColour(turn, colours))
  const colour = { color: `var(${name})` }
  const text = messages.meeting.echo
  return (
    <div className={styles['who']} style={colour}>
      <bdi>{speakerName(turn)}</bdi>
      {turn.echo && (
        <span
          title={turn.source === 'system' ? text.ownVoice : text.explained}
        >{`, ${text.label}`}</span>
      )}
    </div>
  )
}

/** Names a language of which the service is not sure. */
function LanguageNote({ turn }: { readonly turn: TranscriptTurn }) {
  if (turn.language === null || !isLanguageDoubtful(turn)) return null
  const text = messages.meeting.language
  return (
    <div className={styles['at']} title={text.explained} data-language={turn.language}>
      {text.doubtful(languageList([turn.language]))}
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

interface TurnLineProps extends PositionProps {
  readonly rowKey: string
  readonly turn: TranscriptTurn
  readonly session: TranscriptSession
}

/** A final turn. Renders again only when it is replaced or the cursor enters it. */
export const TurnLine = memo(function TurnLine({ rowKey, turn, session, position }: TurnLineProps) {
  const who = (
    <>
      <Who turn={turn} />
      <At ms={turn.startMs} player={session.player} />
      <LanguageNote turn={turn} />
      <CorrectedNote rowKey={rowKey} session={session} />
      <MarkNote rowKey={rowKey} player={session.player} />
    </>
  )
  const editing = useSelected(session.editing, (edited) => (edited?.key === rowKey ? edited : null))
  return (
    <Line position={position} who={who} echo={turn.echo}>
      <div className={styles['said']}>
        {editing ? (
          <TurnEditor rowKey={rowKey} turn={turn} session={session} offset={editing.offset} />
        ) : (
          <TurnText rowKey={rowKey} turn={turn} session={session} />
        )}
        <OriginalText rowKey={rowKey} turn={turn} session={session} />
        {session.player && <MenuOpener rowKey={rowKey} session={session} />}
      </div>
    </Line>
  )
})

/** Opens the menu of a turn with the mouse; the keyboard uses the menu key on a word. */
function MenuOpener({ rowKey, session }: { rowKey: string; session: TranscriptSession }) {
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
        const wordRef = session.cursor.get()
        const word = wordRef?.key === rowKey ? wordRef.word : 0
        session.menu.set({ key: rowKey, word, anchor: event.currentTarget })
      }}
    >
      <More />
    </button>
  )
}

/** The marks within a turn. */
function MarkNote({ rowKey, player }: { rowKey: string; player: Player | null }) {
  const { marksByRow } = useParley().meeting
  const marks = useSelected(marksByRow, (byRow) => byRow.get(rowKey))
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

/** A partial: a turn that is still being spoken. */
export function PartialLine({ rowKey, position }: { rowKey: string } & PositionProps) {
  const parley = useParley()
  const turn = useSelected(parley.transcript.partials, (partials) => partials.get(rowKey))
  // A virtual row needs a height, so the line stays although its words are gone.
  if (!turn)
    return (
      <Line position={position} who={null}>
        {null}
      </Line>
    )
  const { firm, soft } = splitPartial(turn)
  const who = (
    <>
      <Who turn={turn} />
      <At ms={turn.startMs} player={null} />
    </>
  )
  return (
    <Line position={position} who={who} partial>
      <p className={styles['text']} dir="auto">
        {firm}
        {needsSpace(firm, soft) && ' '}
        <span className={styles['soft']}>{soft}</span>
      </p>
    </Line>
  )
}

/** A gap: a time without words, and why. */
export const GapLine = memo(function GapLine({ gap, position }: { gap: Gap } & PositionProps) {
  const { gapProblems, transcript } = useParley()
  const problem = useSelected(gapProblems, (all) =>
    all.find(
      ({ gapId, meetingId }) => gapId === gap.id && meetingId === transcript.open.get().meetingId,
    ),
  )
  return (
    <Line position={position} who={<At ms={gap.startMs} player={null} />}>
      <p className={styles['gap']}>
        {gapSentence(gap)}
        {problem !== undefined && !gap.filled && ` ${problem.error.sentence}`}
      </p>
    </Line>
  )
})
