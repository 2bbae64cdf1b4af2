import { useEffect, useState } from 'react'
import { messages } from '../../../../common/text/window'
import type { Brief } from '../../../../common/model'
import { useSelected, useStore } from '../../../shared/store'
import { Dialog } from '../../components/dialog'
import { useParley } from '../../context'
import styles from '../meeting.module.css'
import { BriefForm } from './brief-form'

const text = messages.meeting.brief

/** The subject of a meeting, and the way to change it and its terms. */
export function BriefLine({ meetingId }: { readonly meetingId: string }) {
  const { briefs, notices } = useParley()
  const [isOpen, setIsOpen] = useState(false)
  const known = useStore(briefs.open)
  const readOnly = useSelected(notices.readOnly, (error) => error !== null)
  useEffect(() => void briefs.load(meetingId), [briefs, meetingId])
  if (known?.meetingId !== meetingId) return null
  const { brief } = known
  return (
    <>
      <button
        type="button"
        className={styles['add']}
        disabled={readOnly}
        onClick={() => setIsOpen(true)}
        data-brief=""
      >
        {lineOf(brief)}
      </button>
      <Dialog open={isOpen} title={text.title} onClose={() => setIsOpen(false)}>
        <BriefForm
          brief={brief}
          onCancel={() => setIsOpen(false)}
          onSave={(next) =>
            void briefs.save(meetingId, next).then((saved) => {
              if (saved.ok) setIsOpen(false)
            })
          }
        />
      </Dialog>
    </>
  )
}

/** `Budget with Dana · 2 terms`. */
function lineOf({ subject, terms }: Brief): string {
  const parts = [subject, terms.length > 0 ? text.terms(terms.length) : '']
  return parts.filter((part) => part !== '').join(' · ') || text.add
}
