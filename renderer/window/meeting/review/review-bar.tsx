import { samplesToMs } from '../../../../common/time'
import { useEffect, useRef, type RefCallback } from 'react'
import { messages } from '../../../../common/text/window'
import type { Meeting } from '../../../../common/model'
import { Button } from '../../components/button'
import { useParley } from '../../context'
import { Key } from '../../components/kbd'
import { Select } from '../../components/select'
import { clock } from '../../format'
import paneStyles from '../meeting-pane.module.css'
import type { Player } from '../../transcript/model/transcript-session'
import type { Row } from '../../transcript/model/rows'
import { useStore } from '../../../shared/store'
import { rates } from '../../transcript/playback/player'
import { skipMs } from './review-keys'
import styles from './review.module.css'
import { MarkButton } from '../notes/buttons'
import { SideButton } from '../side/side-buttons'
import { TimeLine } from './time-line'

export interface ReviewBarProps {
  readonly meeting: Meeting
  readonly rows: readonly Row[]
  readonly player: Player
  /** The ref of the player's audio element. */
  readonly attach: RefCallback<HTMLAudioElement>
}

const text = messages.meeting.review
const speeds = rates.map((rate) => ({ value: String(rate), label: text.rate(rate) }))

/** The bar under a finished meeting: its player. */
export function ReviewBar({ meeting, rows, player, attach }: ReviewBarProps) {
  const { commands } = useParley()
  const samples = Math.max(0, ...meeting.audio.map((audio) => audio.samples))
  if (samples === 0 || meeting.sound === 'deleted') {
    return (
      <footer className={paneStyles['bar']}>
        <p className={styles['noSound']}>
          {meeting.sound === 'deleted' ? text.soundDeleted : text.noSound}
        </p>
        <SideButton tab="notes" />
        <SideButton tab="minutes" />
      </footer>
    )
  }
  const durationMs = samplesToMs(samples)
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
        onClick={() => commands.run('shortcuts')}
      >
        <Key name="?" />
      </Button>
    </footer>
  )
}

/**
 * Compressed audio has its own address, because a player expects the audio at one address to stay
 * the same.
 */
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
      <SideButton tab="notes" />
      <SideButton tab="minutes" />
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

/** The playback position, updated without React, because only this text changes every second. */
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
  return <span ref={place} dir="ltr" className={styles['position']} data-position="" />
}
