import { useState } from 'react'
import { messages } from '../../../common/text/window'
import { serviceModelInfo, serviceModelTable, type Settings } from '../../../common/model'
import { useStore } from '../../shared/store'
import { Card } from '../components/card'
import { Field } from '../components/field'
import { Amounts, FieldRow, Hint, LinkButton } from '../components/form'
import { useParley } from '../context'
import { dollars, usageAmount } from './usage-text'

const text = messages.settings.usage

/** What this month has cost, its limit, and the prices behind the figures. */
export function UsageCard({ settings }: { readonly settings: Settings }) {
  const parley = useParley()
  const month = useStore(parley.usage.month)
  const [arePricesShown, showPrices] = useState(false)
  const rows = (month?.models ?? []).map(
    (usage) => [serviceModelInfo(usage.model).label, usageAmount(usage)] as const,
  )
  return (
    <Card aria-label={text.title} spaced>
      <h2>{text.title}</h2>
      {rows.length === 0 ? (
        <Hint>{text.nothing}</Hint>
      ) : (
        <Amounts rows={[...rows, [text.together, text.about(dollars(month?.cents ?? 0))]]} />
      )}
      <Hint>{text.estimate}</Hint>
      <Limit settings={settings} />
      <LinkButton aria-expanded={arePricesShown} onClick={() => showPrices(!arePricesShown)}>
        {arePricesShown ? text.hidePrices : text.showPrices}
      </LinkButton>
      {arePricesShown && <Prices settings={settings} />}
    </Card>
  )
}

/** Saved when a person leaves the field. */
function Limit({ settings }: { readonly settings: Settings }) {
  const { save } = useParley().settings
  const [typed, setTyped] = useState<string | null>(null)
  const limit = typed === null || typed.trim() === '' ? null : Number(typed)
  const isBad = limit !== null && !(Number.isInteger(limit) && limit >= 1 && limit <= 100_000)
  return (
    <Field
      label={text.limit}
      inputMode="numeric"
      placeholder={text.noLimit}
      value={typed ?? settings.monthLimit?.toString() ?? ''}
      text={text.limitText}
      problem={isBad ? text.limitBad : null}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => {
        if (typed === null || isBad) return
        void save({ monthLimit: limit }).then((saved) => {
          if (saved.ok) setTyped(null)
        })
      }}
    />
  )
}

/** The price of each model: of the table, or as a person corrects it. */
function Prices({ settings }: { readonly settings: Settings }) {
  const used = [settings.serviceModel, ...Object.values(settings.modelAnswers)]
  const names = [...serviceModelTable.map(({ name }) => name), ...used]
  return (
    <>
      <Hint>{text.pricesText}</Hint>
      <FieldRow>
        {[...new Set(names)].map((name) => (
          <Price key={name} name={name} settings={settings} />
        ))}
      </FieldRow>
    </>
  )
}

interface PriceProps {
  readonly name: string
  readonly settings: Settings
}

function Price({ name, settings }: PriceProps) {
  const { save } = useParley().settings
  const [typed, setTyped] = useState<string | null>(null)
  const { label, centsAnHour, priceOf } = serviceModelInfo(name)
  const cents = settings.prices[name] ?? centsAnHour
  const price = Number(typed)
  const isBad = typed !== null && !(price >= 0 && price <= 1_000)
  const listed = priceOf === null ? text.noListPrice : text.listPrice(priceOf)
  return (
    <Field
      label={label}
      inputMode="decimal"
      value={typed ?? (cents === null ? '' : dollars(cents))}
      text={name in settings.prices ? text.ownPrice : listed}
      problem={isBad ? text.priceBad : null}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => {
        if (typed === null || isBad) return
        const others = Object.entries(settings.prices).filter(([other]) => other !== name)
        const own = typed.trim() === '' ? {} : { [name]: Math.round(price * 10_000) / 100 }
        void save({ prices: { ...Object.fromEntries(others), ...own } }).then((saved) => {
          if (saved.ok) setTyped(null)
        })
      }}
    />
  )
}
