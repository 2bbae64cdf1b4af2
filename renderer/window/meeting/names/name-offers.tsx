import { useEffect } from 'react'
import { exportMessages } from '../../../../common/text'
import { messages } from '../../../../common/text/window'
import { useSelected, useStore } from '../../../shared/store'
import { OfferLine } from '../../components/offer-line'
import { useParley } from '../../context'
import { clock } from '../../format'

const text = messages.meeting.names

/** Offers the name that a speaker says of themselves, or that their voice has; nothing is named without a press. */
export function NameOffers({ meetingId }: { readonly meetingId: string }) {
  const { names, meeting, notices } = useParley()
  const suggestions = useStore(names.open)
  const readOnly = useSelected(notices.readOnly, (error) => error !== null)
  useEffect(() => {
    // Reading the whole meeting once more must not delay its first paint.
    const idle = requestIdleCallback(() => void names.load(meetingId), { timeout: 2_000 })
    return () => cancelIdleCallback(idle)
  }, [names, meetingId])
  const [first] = suggestions
  if (first === undefined || readOnly) return null
  const { label, name, atMs, by } = first
  const speaker = exportMessages.speaker(label)
  return (
    <OfferLine
      aria-label={text.label}
      text={
        by === 'words'
          ? text.says(speaker, name, clock(atMs))
          : messages.speakers.sounds(speaker, name)
      }
      actions={[
        { label: text.accept(name), onClick: () => void names.accept(first) },
        { label: text.show, onClick: () => void meeting.open(meetingId, { ms: atMs }) },
        { label: text.dismiss, onClick: () => names.dismiss(first) },
      ]}
    />
  )
}
