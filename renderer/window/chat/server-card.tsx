import { useEffect, useState } from 'react'
import type { ErrorValue } from '../../../common/errors'
import { messages } from '../../../common/text/window'
import { chatProviderTable, type ChatProvider, type ChatSettings } from '../../../common/model'
import { useStore } from '../../shared/store'
import { Button } from '../components/button'
import { Card, Row } from '../components/card'
import { Field } from '../components/field'
import { FieldRow, Hint, LinkButton, Success } from '../components/form'
import { Problem } from '../components/problem'
import { Select } from '../components/select'
import { useParley } from '../context'
import { KeyInput } from '../keys/key-input'
import styles from './chat.module.css'

interface ServerProps {
  readonly provider: ChatProvider
  readonly chat: ChatSettings
}

const text = messages.chat

/** Where a model is, its name, its key and its price. */
export function ServerCard({ provider, chat }: ServerProps) {
  return (
    <Card aria-label={text.server} spaced>
      <h2>{text.providers[provider].name}</h2>
      {provider !== 'assemblyai' && <Address provider={provider} chat={chat} />}
      {provider === 'other' && <ServerKey />}
      <Model provider={provider} chat={chat} />
      {!chatProviderTable[provider].isLocal && <Price provider={provider} chat={chat} />}
    </Card>
  )
}

/** Saved when a person leaves the field. */
function Address({ provider, chat }: ServerProps) {
  const { save } = useParley().chat
  const saved = chat.addresses[provider] ?? ''
  const [typed, setTyped] = useState(saved)
  const { address, isLocal } = chatProviderTable[provider]
  return (
    <Field
      label={text.address}
      type="url"
      spellCheck={false}
      maxLength={500}
      placeholder={address ?? ''}
      value={typed}
      text={isLocal ? text.addressText.local : text.addressText.other}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={() => {
        if (typed.trim() === saved) return
        void save({ addresses: { ...chat.addresses, [provider]: typed.trim() } })
      }}
    />
  )
}

function ServerKey() {
  const { chat } = useParley()
  const hasKey = useStore(chat.hasKey)
  useEffect(() => void chat.loadKey(), [chat])
  return (
    <div className={styles['group']}>
      <h2>{text.key}</h2>
      <Hint>{text.keyText}</Hint>
      {hasKey ? (
        <Row>
          <Success>{text.hasKey}</Success>
          <LinkButton onClick={() => void chat.removeKey()}>{text.remove}</LinkButton>
        </Row>
      ) : (
        <KeyInput
          hint={text.keyHint}
          labels={{ save: text.save, saving: text.saving }}
          save={chat.setKey}
          onSaved={() => undefined}
        />
      )}
    </div>
  )
}

function Model({ provider, chat }: ServerProps) {
  const parley = useParley()
  const saved = chat.models[provider] ?? ''
  const [typed, setTyped] = useState(saved)
  const [models, setModels] = useState<readonly string[] | null>(null)
  const [error, setError] = useState<ErrorValue | null>(null)
  const [asking, setAsking] = useState(false)
  const save = (name: string) => {
    setTyped(name)
    if (name.trim() === saved) return
    void parley.chat.save({ models: { ...chat.models, [provider]: name.trim() } })
  }
  const list = async () => {
    setAsking(true)
    const found = await parley.chat.models()
    setAsking(false)
    setError(found.ok ? null : found.error)
    setModels(found.ok ? found.value : null)
  }
  return (
    <>
      <Field
        label={text.model}
        spellCheck={false}
        maxLength={200}
        value={typed}
        text={text.modelText}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={() => save(typed)}
      />
      {error && <Problem error={error} />}
      <Row>
        <Button disabled={asking} onClick={() => void list()}>
          {asking ? text.listing : text.list}
        </Button>
        {models && <Success>{text.listed(models.length)}</Success>}
        {models && models.length > 0 && (
          <Select
            label={text.pick}
            value={models.includes(typed) ? typed : ''}
            options={[
              ...(models.includes(typed) ? [] : [{ value: '', label: text.pickNone }]),
              ...models.map((name) => ({ value: name, label: name })),
            ]}
            onChange={save}
          />
        )}
      </Row>
    </>
  )
}

/** For estimates; saved when a person leaves a field. */
function Price({ provider, chat }: ServerProps) {
  const { save } = useParley().chat
  const saved = chat.prices[provider]
  const [input, setInput] = useState(saved?.input.toString() ?? '')
  const [output, setOutput] = useState(saved?.output.toString() ?? '')
  const isBad = [input, output].some((typed) => amountOf(typed) === null)
  const leave = () => {
    if (isBad) return
    const prices = { ...chat.prices }
    if (input.trim() === '' && output.trim() === '') delete prices[provider]
    else prices[provider] = { input: amountOf(input) ?? 0, output: amountOf(output) ?? 0 }
    void save({ prices })
  }
  return (
    <div className={styles['group']}>
      <h2>{text.price}</h2>
      <FieldRow>
        <Field
          label={text.priceInput}
          inputMode="decimal"
          value={input}
          problem={isBad ? text.priceBad : null}
          onChange={({ target }) => setInput(target.value)}
          onBlur={leave}
        />
        <Field
          label={text.priceOutput}
          inputMode="decimal"
          value={output}
          onChange={({ target }) => setOutput(target.value)}
          onBlur={leave}
        />
      </FieldRow>
      <Hint>{text.priceText}</Hint>
    </div>
  )
}

/** Null if it is no amount; 0 for an empty field. */
function amountOf(typed: string): number | null {
  const amount = Number(typed.trim().replace(',', '.'))
  return Number.isFinite(amount) && amount >= 0 && amount <= 10_000 ? amount : null
}
