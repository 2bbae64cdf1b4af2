// @vitest-environment happy-dom
import { fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { errorValue } from '../../../../common/errors'
import { messages } from '../../../../common/text/window'
import { defaultSettings, type ModelRow } from '../../../../common/model'
import { ModelsPage } from '../../../../renderer/window/models/models-page'
import { openWindow } from '../open-window'
import { renderIn } from '../render'

const text = messages.models

function row(change: Partial<ModelRow> = {}): ModelRow {
  return {
    id: 'parakeet',
    name: 'Parakeet',
    maker: 'NVIDIA',
    family: 'nemo-transducer',
    languages: ['en'],
    gives: { wordTimes: true, confidence: true, streaming: false, punctuation: true },
    downloadBytes: 100_000_000,
    diskBytes: 140_000_000,
    memoryMb: null,
    wantsCores: null,
    licence: 'CC-BY-4.0',
    source: 'https://example.com/parakeet',
    stage: { stage: 'absent' },
    error: null,
    ...change,
  }
}

const stateOf = (models: readonly ModelRow[]) => ({ models, freeBytes: 82_000_000_000, cores: 2 })
const button = (name: string) => screen.getByRole('button', { name })
const buttons = () => screen.queryAllByRole('button').map((one) => one.getAttribute('aria-label'))

async function show(change: Partial<ModelRow> = {}, installedModel: string | null = null) {
  const doneCalls = ['download', 'pause', 'cancel', 'remove', 'try-again']
  const window = await openWindow({
    answers: {
      'models:state': stateOf([row(change)]),
      'settings:get': { ...defaultSettings, installedModel },
      'settings:set': defaultSettings,
      ...Object.fromEntries(doneCalls.map((name) => [`models:${name}`, undefined])),
    },
  })
  renderIn(window.parley, <ModelsPage />)
  return window
}

describe('a model of the Models page', () => {
  it('can be downloaded if it is not here', async () => {
    const window = await show()
    fireEvent.click(button(text.downloadOf('Parakeet')))
    expect(window.calls).toContainEqual({ name: 'models:download', input: { id: 'parakeet' } })
    expect(buttons()).not.toContain(text.removeOf('Parakeet'))
    expect(buttons()).not.toContain(text.useOf('Parakeet'))
  })

  it('says how far its download is, and can be paused and cancelled', async () => {
    const window = await show({ stage: { stage: 'downloading', received: 25_000_000 } })
    const progress = screen.getByRole('progressbar', { name: text.progressOf('Parakeet') })
    expect(progress).toHaveAttribute('value', '0.25')
    expect(screen.getByText(new RegExp(text.progress('25 MB', '100 MB')))).toBeVisible()
    fireEvent.click(button(text.pauseOf('Parakeet')))
    fireEvent.click(button(text.cancelOf('Parakeet')))
    expect(window.asked()).toEqual(expect.arrayContaining(['models:pause', 'models:cancel']))
  })

  it('says where it stopped while it is paused, and goes on', async () => {
    const window = await show({ stage: { stage: 'paused', received: 25_000_000 } })
    expect(screen.getByText(new RegExp(text.paused('25 MB', '100 MB')))).toBeVisible()
    fireEvent.click(button(text.resumeOf('Parakeet')))
    expect(window.calls).toContainEqual({ name: 'models:download', input: { id: 'parakeet' } })
    expect(buttons()).toContain(text.discardOf('Parakeet'))
  })

  it('has nothing to press while it is checked', async () => {
    await show({ stage: { stage: 'checking' } })
    expect(screen.getByRole('status')).toHaveTextContent(text.checking)
    expect(buttons().filter((name) => name?.includes('Parakeet'))).toEqual([
      text.licenceOf('Parakeet', 'CC-BY-4.0'),
    ])
  })

  it('can be used and removed once it is verified', async () => {
    const window = await show({ stage: { stage: 'installed' } })
    fireEvent.click(button(text.useOf('Parakeet')))
    expect(window.calls).toContainEqual({
      name: 'settings:set',
      input: { installedModel: 'parakeet' },
    })
    fireEvent.click(button(text.removeOf('Parakeet')))
    const question = await screen.findByRole('alertdialog')
    expect(question).toHaveTextContent(text.removeText)
    fireEvent.click(within(question).getByRole('button', { name: text.remove }))
    expect(window.calls).toContainEqual({ name: 'models:remove', input: { id: 'parakeet' } })
  })

  it('says that it is in use, and what its removal means then', async () => {
    await show({ stage: { stage: 'installed' } }, 'parakeet')
    expect(screen.getByText(new RegExp(` · ${text.inUse}`))).toBeVisible()
    expect(buttons()).not.toContain(text.useOf('Parakeet'))
    fireEvent.click(button(text.removeOf('Parakeet')))
    expect(await screen.findByRole('alertdialog')).toHaveTextContent(text.removeInUseText)
  })

  it('is not offered while it is set aside, and can be tried again', async () => {
    const window = await show({ stage: { stage: 'set-aside' } })
    expect(screen.getByText(text.setAside)).toBeVisible()
    expect(buttons()).not.toContain(text.useOf('Parakeet'))
    fireEvent.click(button(text.tryAgainOf('Parakeet')))
    expect(window.calls).toContainEqual({ name: 'models:try-again', input: { id: 'parakeet' } })
  })

  it('says why it was refused, and can be downloaded again', async () => {
    const error = errorValue('model-wrong-hash')
    await show({ error })
    expect(screen.getByText(error.sentence)).toBeVisible()
    expect(button(text.downloadOf('Parakeet'))).toBeEnabled()
  })

  it('follows what main says, and tells once that it was set aside', async () => {
    const window = await show({ stage: { stage: 'installed' } })
    const { notices } = window.parley
    const aside = stateOf([row({ stage: { stage: 'set-aside' } })])
    window.emit('models:changed', aside)
    expect(await screen.findByText(text.setAside)).toBeVisible()
    expect(notices.current.get()?.code).toBe('model-set-aside')
    notices.close()
    window.emit('models:changed', aside)
    expect(notices.current.get()).toBeNull()
  })
})
