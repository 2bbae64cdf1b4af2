import { messages } from '../../../common/text/window'
import { useStore } from '../../shared/store'
import { Button } from '../components/button'
import { QuestionCard } from '../components/question-card'
import { useParley } from '../context'
import { length } from '../format'
import { useNow } from '../use-now'

const text = messages.forgotten

/** Asks whether the recording was forgotten, and counts down. */
export function ForgottenCard() {
  const { forgotten, recording } = useParley()
  const { question } = useStore(forgotten.state)
  if (question === null) return null
  const { title, body } = text[question.reason]
  return (
    <QuestionCard title={title} text={body}>
      <Countdown words={messages.meeting.forgotten.left[question.then]} />
      <Button onClick={() => void recording.stop()}>{text.stop}</Button>
      <Button look="primary" onClick={forgotten.keep}>
        {text.keep}
      </Button>
    </QuestionCard>
  )
}

/** A timer is not read out each second, as its role has it. */
function Countdown({ words }: { readonly words: (left: string) => string }) {
  const { forgotten } = useParley()
  useNow(1_000)
  return (
    <small role="timer" aria-live="off">
      {words(length(forgotten.leftMs()))}
    </small>
  )
}
