import clsx from 'clsx'
import { useLayoutEffect, useRef, type KeyboardEvent } from 'react'
import { messages } from '../../../common/text/window'
import type { TextDifference } from '../../../common/model'
import { useStore } from '../../shared/store'
import { Button } from '../components/button'
import { Keys } from '../components/kbd'
import { useParley } from '../context'
import { clock } from '../format'
import type { Player } from '../transcript/model/transcript-session'
import styles from './compare.module.css'

const text = messages.meeting.retranscribe

/** Today's text and the new one beside each other, turn by turn, with what differs marked. */
export function CompareView({ player }: { readonly player: Player | null }) {
  const { retranscription } = useParley()
  const differences = useStore(retranscription.differences)
  const list = useRef<HTMLUListElement>(null)
  /** The row that gets the focus when the decided one has gone. */
  const next = useRef<number | null>(null)
  const focus = (index: number) =>
    list.current?.querySelectorAll<HTMLElement>('li')[index]?.focus({ preventScroll: false })
  useLayoutEffect(() => {
    if (next.current === null) return
    focus(Math.min(next.current, differences.length - 1))
    next.current = null
  }, [differences])

  const choose = (index: number, take: boolean) => {
    const difference = differences[index]
    if (difference === undefined) return
    next.current = index
    void retranscription.choose(difference.key, take)
  }
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const key = event.key.toLowerCase()
    if (key === 'arrowdown') focus(index + 1)
    else if (key === 'arrowup') focus(index - 1)
    else if (key === 'a') choose(index, true)
    else if (key === 'k') choose(index, false)
    else return
    event.preventDefault()
  }
  return (
    <section className={styles['view']} aria-label={text.compareTitle}>
      <div className={clsx(styles['row'], styles['heads'])}>
        <span />
        <h2>{text.today}</h2>
        <h2>{text.fresh}</h2>
        <span className={styles['keys']}>
          <Keys keys={['A']} /> <Keys keys={['K']} />
        </span>
      </div>
      <ul ref={list} className={styles['list']}>
        {differences.map((difference, index) => (
          // eslint-disable-next-line jsx-a11y-x/no-noninteractive-element-interactions -- the row is one stop of the keyboard, with its buttons, and takes keys of its own
          <li
            key={difference.key}
            className={styles['row']}
            tabIndex={index === 0 ? 0 : -1}
            aria-label={`${difference.speaker}, ${clock(difference.startMs)}`}
            onKeyDown={(event) => onKeyDown(event, index)}
          >
            <Row difference={difference} player={player} choose={(take) => choose(index, take)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

interface RowProps {
  readonly difference: TextDifference
  readonly player: Player | null
  readonly choose: (take: boolean) => void
}

function Row({ difference, player, choose }: RowProps) {
  const { startMs, speaker, newSpeaker, before, after, isCorrected } = difference
  return (
    <>
      <div className={styles['who']}>
        <span>{speaker}</span>
        <button
          type="button"
          className={styles['at']}
          title={messages.meeting.review.playFrom(clock(startMs))}
          onClick={() => player?.playFrom(startMs)}
        >
          {clock(startMs)}
        </button>
        {isCorrected && <span className={styles['note']}>{text.byHand}</span>}
      </div>
      <Side parts={before} empty={text.noWords} look="old" />
      <div>
        {newSpeaker !== null && <span className={styles['note']}>{newSpeaker}</span>}
        <Side parts={after} empty={text.noWords} look="new" />
      </div>
      <div className={styles['buttons']}>
        <Button onClick={() => choose(true)}>{text.accept}</Button>
        <Button look="quiet" onClick={() => choose(false)}>
          {text.keepTurn}
        </Button>
      </div>
    </>
  )
}

interface SideProps {
  readonly parts: TextDifference['before']
  readonly empty: string
  readonly look: 'old' | 'new'
}

/** One of the two texts. What is only here is deleted from the old text, or inserted into the new one. */
function Side({ parts, empty, look }: SideProps) {
  const Mark = look === 'old' ? 'del' : 'ins'
  if (parts.length === 0) return <p className={styles['none']}>{empty}</p>
  return (
    <p className={styles['text']}>
      {parts.map(({ text: part, isOnlyHere }, index) => (
        <span key={index}>
          {index > 0 && ' '}
          {isOnlyHere ? <Mark>{part}</Mark> : part}
        </span>
      ))}
    </p>
  )
}
