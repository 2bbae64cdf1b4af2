import { useState } from 'react'
import { messages } from '../../../preload/messages'
import type { ServiceModel, Settings } from '../../../preload/model'
import { Card } from '../components/card'
import { Field, TextArea } from '../components/field'
import { Select } from '../components/select'
import { SwitchRow } from '../components/switch-row'
import { useParley } from '../context'
import { languageList } from '../format'
import { parseKeyTerms, parseLanguages } from './languages'
import styles from './settings.module.css'

const text = messages.settings.transcription
const models = Object.entries(text.models).map(([value, label]) => ({
  value: value as ServiceModel,
  label,
  text: text.modelText[value as ServiceModel],
}))

/** How AssemblyAI writes. */
export function ServiceCard({ settings }: { readonly settings: Settings }) {
  const { saveSettings } = useParley().actions
  return (
    <Card aria-label={text.service} className={styles['stack']}>
      <div className={styles['labelled']}>
        <h2>{text.model}</h2>
        <Select
          label={text.model}
          className={styles['wide']}
          value={settings.serviceModel}
          options={models}
          onChange={(serviceModel) => void saveSettings({ serviceModel })}
        />
        <p className={styles['sub']}>{text.modelText[settings.serviceModel]}</p>
      </div>
      <Languages settings={settings} />
      <KeyTerms settings={settings} />
      <SwitchRow
        label={text.speakers}
        text={text.speakersText}
        checked={settings.speakerLabels}
        onChange={(speakerLabels) => void saveSettings({ speakerLabels })}
      />
      <SwitchRow
        label={text.profanity}
        text={text.profanityService}
        checked={settings.filterProfanity.service}
        onChange={(service) =>
          void saveSettings({ filterProfanity: { ...settings.filterProfanity, service } })
        }
      />
    </Card>
  )
}

/** Saved when the field is left; what cannot be used stays in it with its problem. */
function Languages({ settings }: { readonly settings: Settings }) {
  const { saveSettings } = useParley().actions
  const [typed, setTyped] = useState<string | null>(null)
  const pro = settings.serviceModel.endsWith('-pro')
  const codes = typed === null ? settings.languages : parseLanguages(typed)
  const named = codes && codes.length > 0 ? text.languagesText(languageList(codes)) : null
  return (
    <Field
      label={text.languages}
      placeholder={text.languagesHint}
      disabled={!pro}
      value={typed ?? settings.languages.join(', ')}
      text={pro ? (named ?? text.languagesAny) : text.languagesPro}
      problem={codes === null ? text.languagesBad : null}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => {
        if (typed === null || codes === null) return
        void saveSettings({ languages: [...codes] }).then((saved) => {
          if (saved.ok) setTyped(null)
        })
      }}
    />
  )
}

function KeyTerms({ settings }: { readonly settings: Settings }) {
  const { saveSettings } = useParley().actions
  const [typed, setTyped] = useState<string | null>(null)
  const terms = typed === null ? settings.keyTerms : parseKeyTerms(typed)
  const counted = terms && terms.length > 0 ? `${text.keyTermsCount(terms.length)}. ` : ''
  return (
    <TextArea
      label={text.keyTerms}
      rows={4}
      spellCheck={false}
      value={typed ?? settings.keyTerms.join('\n')}
      text={`${counted}${text.keyTermsText}`}
      problem={terms === null ? text.keyTermsBad : null}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => {
        if (typed === null || terms === null) return
        void saveSettings({ keyTerms: [...terms] }).then((saved) => {
          if (saved.ok) setTyped(null)
        })
      }}
    />
  )
}
