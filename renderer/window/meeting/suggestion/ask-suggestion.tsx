import { messages } from '../../../../common/text/window'
import type { Meeting } from '../../../../common/model'
import { useSelected, useStore } from '../../../shared/store'
import { Button } from '../../components/button'
import { Hint } from '../../components/form'
import { Problem } from '../../components/problem'
import { useParley } from '../../context'
import { newOf } from './suggestion-card'
import styles from './suggestion.module.css'

const text = messages.minutes.suggestion

/** Asks for a title and tags alone, while none are offered. */
export function AskSuggestion({ meeting }: { readonly meeting: Meeting }) {
  const { suggestion: feature, notices } = useParley()
  const { id } = meeting
  const state = useStore(feature.open)
  const readOnly = useSelected(notices.readOnly, (error) => error !== null)
  if (state?.meetingId !== id) return null
  if (state.isAsking) {
    return (
      <div className={styles['ask']} role="status">
        <Hint>{text.asking}</Hint>
        <Button onClick={() => void feature.cancel(id)}>{messages.shell.cancel}</Button>
      </div>
    )
  }
  const { title, tags } = newOf(state, meeting)
  const isOffered = title !== null || tags.length > 0
  return (
    <>
      {state.error !== null && <Problem error={state.error} />}
      {!isOffered && (
        <Button
          className={styles['start']}
          disabled={readOnly}
          onClick={() => void feature.ask(id)}
        >
          {text.ask}
        </Button>
      )}
    </>
  )
}
