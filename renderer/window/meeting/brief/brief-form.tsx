import { useState } from 'react'
import { messages } from '../../../../common/text/window'
import { longestPrompt, type Brief } from '../../../../common/model'
import { Button } from '../../components/button'
import { Buttons } from '../../components/card'
import { Field, TextArea } from '../../components/field'
import { FormStack } from '../../components/form'
import { parseKeyTerms } from '../../settings/languages'

const text = messages.meeting.brief
const { keyTermsBad, keyTermsText } = messages.settings.transcription

interface BriefFormProps {
  readonly brief: Brief
  readonly onSave: (brief: Brief) => void
  readonly onCancel: () => void
}

/** The fields of a meeting's subject and terms. */
export function BriefForm({ brief, onSave, onCancel }: BriefFormProps) {
  const [subject, setSubject] = useState(brief.subject)
  const [typedTerms, setTypedTerms] = useState(brief.terms.join('\n'))
  const [typedSpeakers, setTypedSpeakers] = useState(brief.maxSpeakers?.toString() ?? '')
  const terms = parseKeyTerms(typedTerms)
  const speakers = typedSpeakers.trim() === '' ? null : Number(typedSpeakers)
  const isBadCount =
    speakers !== null && !(Number.isInteger(speakers) && speakers >= 1 && speakers <= 10)
  return (
    <FormStack
      onSubmit={(event) => {
        event.preventDefault()
        if (terms === null || isBadCount) return
        onSave({ subject: subject.trim(), terms: [...terms], maxSpeakers: speakers })
      }}
    >
      <Field
        label={text.subject}
        placeholder={text.subjectHint}
        maxLength={longestPrompt}
        value={subject}
        text={text.subjectText}
        onChange={(event) => setSubject(event.target.value)}
      />
      <TextArea
        label={text.termsLabel}
        rows={4}
        spellCheck={false}
        value={typedTerms}
        text={keyTermsText}
        problem={terms === null ? keyTermsBad : null}
        onChange={(event) => setTypedTerms(event.target.value)}
      />
      <Field
        label={text.speakers}
        inputMode="numeric"
        value={typedSpeakers}
        text={text.speakersText}
        problem={isBadCount ? text.speakersBad : null}
        onChange={(event) => setTypedSpeakers(event.target.value)}
      />
      <Buttons>
        <Button type="submit" look="primary">
          {text.save}
        </Button>
        <Button onClick={onCancel}>{text.cancel}</Button>
      </Buttons>
    </FormStack>
  )
}
