import clsx from 'clsx'
import { useEffect, useLayoutEffect, useMemo, useState } from 'react'
import { messages } from '../../../common/text/window'
import type { Meeting } from '../../../common/model'
import { Banner } from '../notices/banner'
import { useParley } from '../context'
import { FirstRun, useIsFirstRun } from '../first-run/first-run'
import { FirstStart } from './first-start'
import { BriefLine } from './brief/brief-line'
import { LiveBar } from './live/live-bar'
import { StatusLine, useIsLive } from './live/status-line'
import { MeetingDate } from './date'
import meetingStyles from './meeting.module.css'
import { MeetingMenu } from './meeting-menu'
import { Tags } from './tags'
import { MeetingTitle } from './title'
import styles from './meeting-pane.module.css'
import { CompareView } from '../retranscription/compare-view'
import { RetranscribePanel } from '../retranscription/retranscribe-panel'
import { DoubtfulCount } from './review/doubtful-count'
import { MeetingActions } from './review/meeting-actions'
import { ReviewBar } from './review/review-bar'
import { ReviewActions } from './review/review-actions'
import { NameOffers } from './names/name-offers'
import { useHiddenWords } from './redaction/use-hidden-words'
import { SidePane } from './side/side-pane'
import { meetingSummary } from './review/meeting-summary'
import { createPlayer } from '../transcript/playback/player'
import { EchoNote } from '../transcript/view/echo-note'
import { marksByRow } from '../transcript/model/marks'
import { createTranscriptSession } from '../transcript/model/transcript-session'
import { TranscriptView } from '../transcript/view/transcript'
import { paletteOf } from '../transcript/model/speakers'
import { useSelected, useStore } from '../../shared/store'
import { ConsentNote } from '../calls/consent-note'
import { SpeakerQuestions } from '../speakers/dialogs'
import { useFocusAfterLive } from './use-focus-after-live'
import { useGoTo } from './use-go-to'
import { MeetingEngine } from '../engine/meeting-engine'
import { MeetingUsage } from '../usage/meeting-usage'

/** The main pane for one meeting, during the recording and after it. */
export function MeetingPane() {
  const parley = useParley()
  const meetingId = useSelected(parley.navigation.view, (view) =>
    view.screen === 'meeting' ? view.meetingId : null,
  )
  const meeting = useSelected(parley.meetings.list, (meetings) =>
    meetings?.find(({ id }) => id === meetingId),
  )
  const firstRun = useIsFirstRun()
  if (meetingId === null) return firstRun ? <FirstRun /> : <FirstStart />
  return <OpenMeeting key={meetingId} meetingId={meetingId} meeting={meeting ?? null} />
}

function OpenMeeting({ meetingId, meeting }: { meetingId: string; meeting: Meeting | null }) {
  const parley = useParley()
  const transcript = useStore(parley.transcript.open)
  const live = useIsLive(meetingId)
  const pane = useFocusAfterLive(live)
  const [player] = useState(createPlayer)
  const session = useMemo(() => createTranscriptSession(live ? null : player), [live, player])
  const { rows } = transcript
  useGoTo(session, transcript)
  useHiddenWords(session, meetingId)
  const isPlaying = useStore(player.playing)
  useEffect(() => {
    if (isPlaying) parley.recording.played()
  }, [parley, isPlaying])
  const comparing =
    useStore(parley.retranscription.comparing) &&
    parley.retranscription.state.get()?.meetingId === meetingId
  const side = useStore(parley.side.tab)
  const marks = useSelected(parley.annotations.state, (annotations) => annotations.marks)
  useLayoutEffect(() => {
    parley.meeting.marksByRow.set(marksByRow(rows, marks))
    parley.meeting.palette.set(paletteOf(rows, parley.meeting.palette.get()))
  }, [parley, rows, marks])
  return (
    <main className={styles['pane']} ref={pane}>
      <header className={styles['head']}>
        <div className={styles['titles']}>
          {meeting && (
            <div className={meetingStyles['line']}>
              <MeetingTitle meeting={meeting} />
              <MeetingMenu meeting={meeting} />
            </div>
          )}
          {meeting && (
            <div className={meetingStyles['details']}>
              <p className={styles['sub']}>
                <MeetingDate meeting={meeting} fixed={live} />
                {!live && ` · ${meetingSummary(meeting)}`}
                {!live && <DoubtfulCount session={session} rows={rows} />}
                <ConsentNote consent={meeting.consent} />
                <EchoNote />
              </p>
              <Tags meeting={meeting} />
              {meeting.engine === 'service' && <BriefLine meetingId={meeting.id} />}
              <MeetingUsage meeting={meeting} />
              {meeting.engine === 'on-device' && !live && <MeetingEngine meeting={meeting} />}
            </div>
          )}
        </div>
        {live ? <StatusLine /> : meeting && <ReviewActions meeting={meeting} />}
      </header>
      {live && <LiveNotices />}
      {!live && <RetranscribePanel meetingId={meetingId} />}
      {!live && !transcript.loading && <NameOffers meetingId={meetingId} />}
      {!live && <SpeakerQuestions meetingId={meetingId} />}
      {transcript.error && <Banner error={transcript.error} />}
      <div className={styles['body']}>
        <div className={styles['transcript']}>
          {comparing ? (
            <CompareView player={player} />
          ) : rows.length > 0 ? (
            <TranscriptView rows={rows} live={live} session={session} />
          ) : (
            !transcript.error && (
              <NoWords loading={transcript.loading} live={live} meeting={meeting} />
            )
          )}
        </div>
        {side !== null && meeting && (
          <SidePane tab={side} meeting={meeting} player={session.player} />
        )}
      </div>
      <MeetingActions session={session} rows={rows} />
      {live ? (
        <LiveBar />
      ) : (
        meeting && (
          <ReviewBar meeting={meeting} rows={rows} player={player} attach={player.attach} />
        )
      )}
    </main>
  )
}

/** A banner for each notice; the status line has a short label for each. */
function LiveNotices() {
  const parley = useParley()
  const notices = useSelected(parley.recording.status, (status) => status.notices)
  return notices.map((notice) => <Banner key={notice.code} error={notice} />)
}

interface NoWordsProps {
  readonly loading: boolean
  readonly live: boolean
  readonly meeting: Meeting | null
}

function NoWords({ loading, live, meeting }: NoWordsProps) {
  const parley = useParley()
  const starting = useSelected(parley.recording.status, (status) => status.state === 'starting')
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
