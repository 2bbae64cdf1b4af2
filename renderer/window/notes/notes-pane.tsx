import { messages } from '../../../preload/messages'
import type { NoteLine } from '../../../preload/model'
import { useParley } from '../context'
import { clock } from '../format'
import type { Player } from '../script/reader'
import { useSelected } from '../stores/store'
import { inkOf, timesOf } from './note-text'
import styles from './notes-pane.module.css'
import { useNotes } from './use-notes'

interface NotesPaneProps {
  readonly meetingId: string
  /** Null while the meeting is recorded. */
  readonly player: Player | null
}

const text = messages.meeting.notes

/** Notes beside the script, in Markdown; each line has the time at which it was begun. */
export function NotesPane({ meetingId, player }: NotesPaneProps) {
  const { stores } = useParley()
  const saved = useSelected(stores.beside, (beside) => beside.notes)
  return (
    <aside className={styles['pane']} aria-label={text.title}>
      <h2>{text.title}</h2>
      {saved && <Notes key={meetingId} meetingId={meetingId} saved={saved} player={player} />}
    </aside>
  )
}

interface NotesProps extends NotesPaneProps {
  readonly saved: readonly NoteLine[]
}

function Notes({ meetingId, saved, player }: NotesProps) {
  const { actions } = useParley()
  const { draft, write } = useNotes(meetingId, saved, () =>
    player && (player.playing.get() || player.position() > 0)
      ? Math.round(player.position())
      : null,
  )
  const lines = draft.split('\n')
  const times = timesOf(lines, saved)
  const goTo = (atMs: number) => {
    if (player) player.playFrom(atMs)
    else void actions.openMeeting(meetingId, { ms: atMs })
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
                  <span key={at} className={styles[piece.look]}>
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
