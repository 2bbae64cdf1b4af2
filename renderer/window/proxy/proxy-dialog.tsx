import { useState, type SubmitEvent } from 'react'
import { errorValue, type ErrorValue } from '../../../common/errors'
import { messages } from '../../../common/text/window'
import { useStore } from '../../shared/store'
import { Button } from '../components/button'
import { Buttons } from '../components/card'
import { Dialog } from '../components/dialog'
import { Field } from '../components/field'
import { FormStack, Hint } from '../components/form'
import { Problem } from '../components/problem'
import { useParley } from '../context'

const text = messages.shell.proxy

/** Asks for the name and the password of a proxy. */
export function ProxyDialog() {
  const { proxy } = useParley()
  const question = useStore(proxy.question)
  const open = useStore(proxy.open) && question !== null
  const close = () => proxy.open.set(false)
  return (
    <Dialog open={open} title={text.title} onClose={close}>
      {question !== null && (
        <>
          <p>{text.text(question.proxy)}</p>
          <SignInForm refused={question.refused} onClose={close} />
        </>
      )}
    </Dialog>
  )
}

function SignInForm({ refused, onClose }: { refused: boolean; onClose: () => void }) {
  const { proxy } = useParley()
  const [user, setUser] = useState('')
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ErrorValue | null>(
    refused ? errorValue('proxy-rejected') : null,
  )
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    setBusy(true)
    setFailure(await proxy.signIn({ user, password }))
    setBusy(false)
  }
  return (
    <FormStack onSubmit={(event) => void submit(event)}>
      <Field
        label={text.user}
        value={user}
        autoComplete="off"
        autoFocus
        required
        maxLength={500}
        onChange={(event) => setUser(event.target.value)}
      />
      <Field
        label={text.password}
        type="password"
        value={password}
        autoComplete="off"
        maxLength={1_000}
        onChange={(event) => setPassword(event.target.value)}
      />
      {failure === null ? <Hint>{text.stored}</Hint> : <Problem error={failure} />}
      <Buttons>
        <Button look="primary" type="submit" disabled={busy || user === ''}>
          {text.signIn}
        </Button>
        <Button type="button" onClick={onClose}>
          {text.later}
        </Button>
      </Buttons>
    </FormStack>
  )
}
