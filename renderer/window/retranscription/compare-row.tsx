import { messages } from '../../../common/text/window'
import type { TextDifference } from '../../../common/model'
import { Button } from '../components/button'
import { clock } from '../format'
import type { Player } from '../transcript/model/transcript-session'
import styles from './compare.module.css'

const text = messages.meeting.retranscribe

interface RowProps {
  readonly difference: TextDifference
  readonly player: Player | null
  readonly onChoose: (take: boolean) => void
}

/** The cells of one difference: who and when, both texts, and the decision. */
export function CompareRow({ difference, player, onChoose }: RowProps) {
  const { startMs, speaker, newSpeaker, before, after, isCorrected } = difference
  return (
    <>
      <div className={styles['who']}>
        <span dir="auto">{speaker}</span>
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
        <Button onClick={() => onChoose(true)}>{text.accept}</Button>
        <Button look="quiet" onClick={() => onChoose(false)}>
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
    <p className={styles['text']} dir="auto">
      {parts.map(({ text: part, isOnlyHere }, index) => (
        <span key={index}>
          {index > 0 && ' '}
          {isOnlyHere ? <Mark>{part}</Mark> : part}
        </span>
      ))}
    </p>
  )
}
