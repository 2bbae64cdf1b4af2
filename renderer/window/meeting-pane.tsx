import clsx from 'clsx'
import { useEffect, useLayoutEffect, useMemo, useState } from 'react'
import { messages } from '../../preload/messages'
import type { Meeting } from '../../preload/model'
import { Banner } from './components/banner'
import { useParley } from './context'
import { FirstStart } from './first-start'
import { longDate } from './format'
import { LiveBar } from './live/live-bar'
import { StatusLine, useIsLive } from './live/status-line'
import meetingStyles from './meeting/meeting.module.css'
import { MeetingMenu } from './meeting/meeting-menu'
import { Tags } from './meeting/tags'
import { MeetingTitle } from './meeting/title'
import styles from './meeting-pane.module.css'
import { AgainPanel } from './review/again-panel'
import { DoubtfulCount } from './review/doubtful-count'
import { MeetingKeys } from './review/meeting-keys'
import { NotesPane } from './notes/notes-pane'
import { ReviewBar } from './review/review-bar'
import { ReviewActions } from './review/review-actions'
import { reviewFacts } from './review/review-facts'
import { createPlayer } from './review/player'
import { EchoNote } from './script/echo-note'
import { marksByRow } from './script/marks'
import { placeAt, startOf } from './script/use-words'
import { createReader, type Reader } from './script/reader'
import { Script } from './script/script'
import { paletteOf } from './script/speakers'
import { useSelected, useStore } from './stores/store'
import type { OpenTranscript } from './stores/transcript-store'
import { useNow } from './use-now'

const minute = 60_000

/** The main pane for one meeting, while it is recorded and after. */
export function MeetingPane() {
  const { stores } = useParley()
  const meetingId = useSelected(stores.view, (view) =>
    view.screen === 'meeting' ? view.meetingId : null,
  )
  const meeting = useSelected(stores.meetings, (meetings) =>
    meetings?.find(({ id }) => id === meetingId),
  )
  if (meetingId === null) return <FirstStart />
  return <OpenMeeting key={meetingId} meetingId={meetingId} meeting={meeting ?? null} />
}

function OpenMeeting({ meetingId, meeting }: { meetingId: string; meeting: Meeting | null }) {
  const { stores } = useParley()
  const transcript = useStore(stores.transcript.open)
  const live = useIsLive(meetingId)
  const now = useNow(minute)
  const [player] = useState(createPlayer)
  const reader = useMemo(() => createReader(live ? null : player), [live, player])
  const { rows } = transcript
  useGoTo(reader, transcript)
  const notesShown = useStore(stores.notesShown)
  const marks = useSelected(stores.beside, (beside) => beside.marks)
  useLayoutEffect(() => {
    stores.marked.set(marksByRow(rows, marks))
    stores.palette.set(paletteOf(rows, stores.palette.get()))
  }, [stores, rows, marks])
  return (
    <main className={styles['pane']}>
      <header className={styles['head']}>
        <div className={styles['titles']}>
          {meeting && (
            <div className={meetingStyles['line']}>
              <MeetingTitle meeting={meeting} />
              <MeetingMenu meeting={meeting} />
            </div>
          )}
          {meeting && (
            <div className={meetingStyles['facts']}>
              <p className={styles['sub']}>
                {live ? longDate(meeting.startedAt, now) : reviewFacts(meeting, now)}
                {!live && <DoubtfulCount reader={reader} rows={rows} />}
                <EchoNote />
              </p>
              <Tags meeting={meeting} />
            </div>
          )}
        </div>
        {live ? <StatusLine /> : meeting && <ReviewActions meeting={meeting} />}
      </header>
      {live && <LiveNotices />}
      {!live && <AgainPanel meetingId={meetingId} />}
      {transcript.error && <Banner error={transcript.error} />}
      <div className={styles['body']}>
        <div className={styles['script']}>
          {rows.length > 0 ? (
            <Script rows={rows} live={live} reader={reader} />
          ) : (
            !transcript.error && (
              <NoWords loading={transcript.loading} live={live} meeting={meeting} />
            )
          )}
        </div>
        {notesShown && <NotesPane meetingId={meetingId} player={reader.player} />}
      </div>
      <MeetingKeys reader={reader} rows={rows} />
      {live ? (
        <LiveBar />
      ) : (
        meeting && (
          <ReviewBar
            meeting={meeting}
            rows={rows}
            reader={reader}
            player={player}
            attach={player.attach}
          />
        )
      )}
    </main>
  )
}

/** Shows the place that the meeting was opened at, once it is here. */
function useGoTo(reader: Reader, { meetingId, loading, rows }: OpenTranscript): void {
  const { goTo } = useParley().stores
  const target = useStore(goTo)
  useEffect(() => {
    if (target === null || loading || target.meetingId !== meetingId) return
    const place = placeAt(rows, target.at)
    // The words come after the text.
    if (place === null && rows.some((row) => row.kind === 'turn' && row.turn.words === null)) return
    goTo.set(null)
    if (place === null) return
    reader.cursor.set({ ...place, focus: true, found: true })
    reader.player?.seek(startOf(rows, place))
  }, [goTo, target, loading, meetingId, reader, rows])
}

/** A line for each thing to know of; the chips of the status line name them in a word. */
function LiveNotices() {
  const { stores } = useParley()
  const notices = useSelected(stores.status, (status) => status.notices)
  return notices.map((notice) => <Banner key={notice.code} error={notice} />)
}

interface NoWordsProps {
  readonly loading: boolean
  readonly live: boolean
  readonly meeting: Meeting | null
}

function NoWords({ loading, live, meeting }: NoWordsProps) {
  const { stores } = useParley()
  const starting = useSelected(stores.status, (status) => status.state === 'starting')
  const text = messages.meeting
  if (live) {
    return (
      <p className={styles['waiting']}>{starting ? text.live.startingText : text.live.listening}</p>
    )
  }
  if (loading)
    return <p className={clsx(styles['waiting'], styles['late'])}>{messages.shell.loading}</p>
  const sound = meeting?.audio.some(({ samples }) => samples > 0) ?? false
  return (
    <div className={styles['empty']}>
      <h2>{text.review.empty}</h2>
      <p>{sound ? text.review.emptyText : text.review.emptyWithoutSound}</p>
    </div>
  )
}
