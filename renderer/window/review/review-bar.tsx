import { useEffect, useRef, type RefCallback } from 'react'
import { messages } from '../../../preload/messages'
import { sampleRate } from '../../../preload/model/sound'
import type { Meeting } from '../../../preload/model'
import { Button } from '../components/button'
import { Key } from '../components/kbd'
import { Select } from '../components/select'
import { clock } from '../format'
import paneStyles from '../meeting-pane.module.css'
import type { Player, Reader } from '../script/reader'
import type { Row } from '../script/rows'
import { useStore } from '../stores/store'
import { rates } from './player'
import { skipMs } from './review-keys'
import styles from './review.module.css'
import { MarkButton, NotesButton } from '../notes/buttons'
import { TimeLine } from './time-line'

export interface ReviewBarProps {
  readonly meeting: Meeting
  readonly rows: readonly Row[]
  readonly reader: Reader
  readonly player: Player
  /** The ref of the player's audio element. */
  readonly attach: RefCallback<HTMLAudioElement>
}

const text = messages.meeting.review
const speeds = rates.map((rate) => ({ value: String(rate), label: text.rate(rate) }))

/** Under a finished meeting: its sound. */
export function ReviewBar({ meeting, rows, reader, player, attach }: ReviewBarProps) {
  const samples = Math.max(0, ...meeting.audio.map((audio) => audio.samples))
  if (samples === 0 || meeting.sound === 'deleted') {
    return (
      <footer className={paneStyles['bar']}>
        <p className={styles['noSound']}>
          {meeting.sound === 'deleted' ? text.soundDeleted : text.noSound}
        </p>
        <NotesButton />
      </footer>
    )
  }
  const durationMs = Math.round((samples / sampleRate) * 1000)
  return (
    <footer className={paneStyles['bar']} data-player="">
      <audio ref={attach} preload="auto" src={soundUrl(meeting)} />
      <PlayerBar meetingId={meeting.id} durationMs={durationMs} rows={rows} player={player} />
      <Button
        look="quiet"
        className={styles['help']}
        aria-label={messages.meeting.keys.title}
        title={messages.meeting.keys.title}
        aria-keyshortcuts="?"
        onClick={() => reader.help.set(true)}
      >
        <Key name="?" />
      </Button>
    </footer>
  )
}

/** Another address for the compressed sound: a player takes what is under one to stay the same. */
function soundUrl({ id, sound }: Meeting): string {
  return `media://meeting/${id}/${sound === 'packed' ? 'packed' : 'sound'}`
}

interface PlayerBarProps {
  readonly meetingId: string
  readonly durationMs: number
  readonly rows: readonly Row[]
  readonly player: Player
}

function PlayerBar({ meetingId, durationMs, rows, player }: PlayerBarProps) {
  const playing = useStore(player.playing)
  const rate = useStore(player.rate)
  const failed = useStore(player.failed)
  if (failed) {
    return (
      <p className={styles['noSound']} role="status">
        {text.soundFailed}
      </p>
    )
  }
  return (
    <>
      <Button look="primary" className={styles['play']} onClick={player.toggle}>
        {playing ? text.pause : text.play}
      </Button>
      <SkipButton player={player} by={-skipMs} />
      <SkipButton player={player} by={skipMs} />
      <Position player={player} durationMs={durationMs} />
      <TimeLine meetingId={meetingId} durationMs={durationMs} rows={rows} player={player} />
      <Select
        label={text.speed}
        className={styles['speed']}
        value={String(rate)}
        options={speeds}
        onChange={(value) => player.setRate(Number(value))}
      />
      <MarkButton at={() => Math.round(player.position())} />
      <NotesButton />
    </>
  )
}

function SkipButton({ player, by }: { readonly player: Player; readonly by: number }) {
  const label = by < 0 ? text.back : text.forward
  return (
    <Button look="quiet" className={styles['skip']} title={label} onClick={() => player.skip(by)}>
      <span aria-hidden="true">{by < 0 ? text.backShort : text.forwardShort}</span>
      <span className="visually-hidden">{label}</span>
    </Button>
  )
}

/** Where the player is, written by hand: the second changes while nothing else does. */
function Position({ player, durationMs }: { player: Player; durationMs: number }) {
  const place = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const write = () => {
      const now = text.at(clock(player.position()), clock(durationMs))
      if (place.current !== null && place.current.textContent !== now)
        place.current.textContent = now
    }
    write()
    return player.onTick(write)
  }, [player, durationMs])
  return <span ref={place} className={styles['position']} data-position="" />
}
