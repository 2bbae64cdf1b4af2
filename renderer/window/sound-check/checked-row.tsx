import clsx from 'clsx'
import { useEffect, useRef, useState } from 'react'
import { messages } from '../../../common/text/window'
import type { CheckedSource, CapturedSource } from '../../../common/model'
import { Button } from '../components/button'
import { Check } from '../components/icons'
import { useParley } from '../context'
import { drawnHeight } from '../meeting/live/levels'
import { useSelected } from '../../shared/store'
import styles from './check.module.css'

const text = messages.check

interface CheckedRowProps {
  readonly source: CapturedSource
  readonly found: CheckedSource | null
  readonly done: boolean
}

/** One source: its device, its level, and the findings. */
export function CheckedRow({ source, found, done }: CheckedRowProps) {
  return (
    <section className={styles['row']} aria-label={text.source[source]}>
      <div className={styles['head']}>
        <h3>{text.source[source]}</h3>
        {source === 'microphone' && <span className={styles['device']}>{found?.label}</span>}
      </div>
      <div className={styles['sound']}>
        <Meter source={source} />
        <Playback key={found?.soundUrl} source={source} url={found?.soundUrl ?? null} />
      </div>
      <div className={styles['said']} aria-live="polite">
        {done && found && <Findings found={found} />}
      </div>
    </section>
  )
}

function Findings({ found }: { readonly found: CheckedSource }) {
  const sentences = text.findings[found.source]
  if (found.error) return <p className={styles['problem']}>{found.error.sentence}</p>
  return found.findings.map((finding) => (
    <p key={finding} className={styles[finding === 'fine' ? 'fine' : 'problem']}>
      {finding === 'fine' && <Check />}
      {sentences[finding]}
    </p>
  ))
}

/** The current level as a bar with a line for the peak. Clipping is also shown in words. */
function Meter({ source }: { readonly source: CapturedSource }) {
  const parley = useParley()
  const level = useSelected(parley.soundCheck.levels, (levels) => levels[source])
  const bar = drawnHeight(level?.rms ?? 0)
  const peak = drawnHeight(level?.peak ?? 0)
  const clipped = level?.clipped ?? false
  return (
    <div
      className={clsx(styles['meter'], clipped && styles['clipped'])}
      role="meter"
      aria-label={text.level[source]}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(bar * 100)}
      aria-valuetext={clipped ? text.clipped : `${Math.round(bar * 100)} %`}
    >
      <div className={styles['bar']} style={{ scale: `${bar} 1` }} />
      {peak > 0 && <div className={styles['peak']} style={{ left: `${peak * 100}%` }} />}
      {clipped && <span className={styles['clippedText']}>{text.clipped}</span>}
    </div>
  )
}

/** Plays what was recorded during the check, from the beginning. */
function Playback({
  source,
  url,
}: {
  readonly source: CapturedSource
  readonly url: string | null
}) {
  const audio = useRef<HTMLAudioElement>(null)
  const [playing, setPlaying] = useState(false)
  useEffect(() => {
    const element = audio.current
    return () => element?.pause()
  }, [])
  const toggle = () => {
    const element = audio.current
    if (element === null) return
    if (playing) return element.pause()
    element.currentTime = 0
    element.play().catch(() => setPlaying(false))
  }
  return (
    <>
      <Button
        disabled={url === null}
        aria-label={playing ? text.stop[source] : text.play[source]}
        className={styles['play']}
        onClick={toggle}
      >
        {playing ? text.stopShort : text.playShort}
      </Button>
      {url !== null && (
        <audio
          ref={audio}
          src={url}
          preload="auto"
          onPlay={() => setPlaying(true)}
          onPause={() => setPlaying(false)}
          onEnded={() => setPlaying(false)}
        />
      )}
    </>
  )
}
