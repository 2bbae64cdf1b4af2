import { expect, test } from 'vitest'
import { defaultServiceModel } from '../../../../common/model'
import { createModelChoice } from '../../../../renderer/recorder/streaming/model-choice'

const grant = {
  url: 'wss://host/v3/ws?speech_model=gone&sample_rate=16000',
  token: 'AQI',
  model: 'gone',
}

test('a refused model is replaced by the default in every later session, once', () => {
  const models = createModelChoice()
  expect(models.apply(grant)).toBe(grant)
  expect(models.refused('gone')).toBe(true)
  expect(models.apply(grant)).toMatchObject({ token: 'AQI', model: defaultServiceModel })
  const query = new URL(models.apply(grant).url).searchParams
  expect(query.get('speech_model')).toBe(defaultServiceModel)
  expect(query.get('sample_rate')).toBe('16000')
  // The default is refused as well: nothing else is tried.
  expect(models.refused(defaultServiceModel)).toBe(false)
})

test('a difference is reported once', () => {
  const models = createModelChoice()
  expect(models.newDifferences(['a', 'b'])).toEqual(['a', 'b'])
  expect(models.newDifferences(['b', 'c'])).toEqual(['c'])
  expect(models.newDifferences(['a'])).toEqual([])
})
