import { messages } from '../../../common/text/window'
import { useStore } from '../../shared/store'
import { OfferLine } from '../components/offer-line'
import { useParley } from '../context'

const text = messages.settings.calls.reminderLine

/** Reminds a person to ask the others, while a recording runs. */
export function ConsentLine() {
  const { consent } = useParley()
  const question = useStore(consent.question)
  if (question === null) return null
  return (
    <OfferLine
      aria-label={text.label}
      text={text.text}
      actions={[
        {
          label: text.spoken,
          onClick: () => void consent.note(question.meetingId, 'spoken'),
        },
        { label: text.written, onClick: () => void consent.copyText() },
        { label: text.later, onClick: consent.dismiss },
      ]}
    />
  )
}
