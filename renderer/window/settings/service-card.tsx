import { useState } from 'react'
import { messages } from '../../../common/text/window'
import { serviceModelInfo, serviceModelTable, type Settings } from '../../../common/model'
import { Card } from '../components/card'
import { Field, TextArea } from '../components/field'
import { Hint, Labelled } from '../components/form'
import { Select } from '../components/select'
import { SwitchRow } from '../components/switch-row'
import { useParley } from '../context'
import { languageList } from '../format'
import { parseKeyTerms, parseLanguages } from './languages'
import { Mode, Speakers, VoiceFocusChoices } from './speech-options'
import styles from './service-card.module.css'

const text = messages.settings.transcription
const live = serviceModelTable.filter(({ kind, state }) => kind === 'live' && state !== 'retired')
const other = ''
const models = [
  ...live.map((model) => ({
    value: model.name,
    label: model.label,
    text: text.modelText(model),
  })),
  { value: other, label: text.otherModel, text: text.otherModelText },
]

/** The options of AssemblyAI. */
export function ServiceCard({ settings }: { readonly settings: Settings }) {
  const { save } = useParley().settings
  return (
    <Card aria-label={text.service} spaced>
      <Model settings={settings} />
      <Languages settings={settings} />
      <KeyTerms settings={settings} />
      <Speakers settings={settings} />
      <Mode settings={settings} />
      <VoiceFocusChoices settings={settings} />
      <SwitchRow
        label={text.redact}
        text={text.redactText}
        checked={settings.redactPii}
        onChange={(redactPii) => void save({ redactPii })}
      />
      <SwitchRow
        label={text.profanity}
        text={text.profanityService}
        checked={settings.filterProfanity.service}
        onChange={(service) =>
          void save({ filterProfanity: { ...settings.filterProfanity, service } })
        }
      />
    </Card>
  )
}

/** A model of the table, or any name that a person types. */
function Model({ settings }: { readonly settings: Settings }) {
  const { save } = useParley().settings
  const { serviceModel } = settings
  const answered = settings.modelAnswers[serviceModel]
  const [typed, setTyped] = useState<string | null>(null)
  const isOther = typed !== null || !live.some(({ name }) => name === serviceModel)
  const isBad = typed !== null && typed !== '' && !/^[\w.-]{1,80}$/.test(typed)
  return (
    <Labelled>
      <h2>{text.model}</h2>
      <Select
        label={text.model}
        className={styles['model']}
        value={isOther ? other : serviceModel}
        options={models}
        onChange={(chosen) => {
          setTyped(chosen === other ? '' : null)
          if (chosen !== other) void save({ serviceModel: chosen })
        }}
      />
      {isOther ? (
        <Field
          label={text.otherModelName}
          spellCheck={false}
          value={typed ?? serviceModel}
          text={text.otherModelText}
          problem={isBad ? text.otherModelBad : null}
          onChange={(event) => setTyped(event.target.value.trim())}
          onBlur={() => {
            if (typed === null || typed === '' || isBad) return
            void save({ serviceModel: typed }).then((saved) => {
              if (saved.ok) setTyped(null)
            })
          }}
        />
      ) : (
        <Hint>{text.modelText(serviceModelInfo(serviceModel))}</Hint>
      )}
      {answered !== undefined && answered !== serviceModel && (
        <Hint>
          {text.modelAnswered(serviceModelInfo(answered).label)}{' '}
          {text.modelText(serviceModelInfo(answered))}
        </Hint>
      )}
    </Labelled>
  )
}

/** Saved when a person leaves the field. Text that is not a list of codes stays, with a problem. */
function Languages({ settings }: { readonly settings: Settings }) {
  const { save } = useParley().settings
  const [typed, setTyped] = useState<string | null>(null)
  const pro = serviceModelInfo(settings.serviceModel).takesLanguages
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
        void save({ languages: [...codes] }).then((saved) => {
          if (saved.ok) setTyped(null)
        })
      }}
    />
  )
}

function KeyTerms({ settings }: { readonly settings: Settings }) {
  const { save } = useParley().settings
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
        void save({ keyTerms: [...terms] }).then((saved) => {
          if (saved.ok) setTyped(null)
        })
      }}
    />
  )
}
