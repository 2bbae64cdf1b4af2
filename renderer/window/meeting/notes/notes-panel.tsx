import { messages } from '../../../../common/text/window'
import type { NoteLine } from '../../../../common/model'
import { useParley } from '../../context'
import { clock } from '../../format'
import type { Player } from '../../transcript/model/transcript-session'
import { useSelected } from '../../../shared/store'
import { inkOf, timesOf } from './note-text'
import styles from './notes-panel.module.css'
import { useNotes } from './use-notes'

interface NotesPanelProps {
  readonly meetingId: string
  /** null during a recording. */
  readonly player: Player | null
}

const text = messages.meeting.notes

/** Notes in Markdown next to the transcript; each line has the time at which it was started. */
export function NotesPanel({ meetingId, player }: NotesPanelProps) {
  const parley = useParley()
  const saved = useSelected(parley.annotations.state, (annotations) => annotations.notes)
  return saved && <Notes key={meetingId} meetingId={meetingId} saved={saved} player={player} />
}

interface NotesProps extends NotesPanelProps {
  readonly saved: readonly NoteLine[]
}

function Notes({ meetingId, saved, player }: NotesProps) {
  const parley = useParley()
  const { draft, write } = useNotes(meetingId, saved, () =>
    player && (player.playing.get() || player.position() > 0)
      ? Math.round(player.position())
      : null,
  )
  const lines = draft.split('\n')
  const times = timesOf(lines, saved)
  const goTo = (atMs: number) => {
    if (player) player.playFrom(atMs)
    else void parley.meeting.open(meetingId, { ms: atMs })
  }
  return (
    <div className={styles['scroller']}>
      <div className={styles['sheet']}>
        {lines.map((line, index) => {
          const atMs = times[index] ?? null
          return (
            <div key={index} className={styles['line']}>
              {atMs === null ? (
                <span />
              ) : (
                <button
                  type="button"
                  className={styles['time']}
                  aria-label={text.goTo(clock(atMs))}
                  title={text.goTo(clock(atMs))}
                  onClick={() => goTo(atMs)}
                >
                  {clock(atMs)}
                </button>
              )}
              <span className={styles['ink']} aria-hidden="true">
                {inkOf(line).map((piece, at) => (
                  <span
                    key={at}
                    className={piece.look === 'plain' ? undefined : styles[piece.look]}
                  >
                    {piece.text}
                  </span>
                ))}
                {line === '' && '\u200b'}
              </span>
            </div>
          )
        })}
        <textarea
          className={styles['field']}
          aria-label={text.label}
          placeholder={text.placeholder}
          value={draft}
          onChange={(event) => write(event.target.value)}
        />
      </div>
    </div>
  )
}
