import { messages } from '../../../common/text/window'
import { useSelected } from '../../shared/store'
import { Button } from '../components/button'
import { QuestionCard } from '../components/question-card'
import { useParley } from '../context'
import styles from './calls.module.css'

/** The question about a call. */
export function CallCard() {
  const { calls } = useParley()
  const offer = useSelected(calls.state, (state) => state.offer)
  if (offer === null) return null
  const text = messages.calls[offer.kind]
  return (
    <QuestionCard title={text.title(offer.program.name)} text={text.body}>
      {offer.kind === 'record' && (
        <Button className={styles['never']} onClick={() => calls.answer('never')}>
          {messages.calls.record.never(offer.program.name)}
        </Button>
      )}
      <Button onClick={() => calls.answer('no')}>{text.no}</Button>
      <Button look="primary" onClick={() => calls.answer('yes')}>
        {text.yes}
      </Button>
    </QuestionCard>
  )
}
