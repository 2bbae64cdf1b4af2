import { describe, expect, it } from 'vitest'
import { joinWords, wordSegments } from '../../../common/text/join-words'

describe('joinWords', () => {
  it.each([
    ['今日 は 会議 です 。', '今日は会議です。'],
    ['Parley を 使う 。 はい', 'Parley を使う。はい'],
    ['我们 明天 见 ， 好 吗 ？', '我们明天见，好吗？'],
    ['他 说 ： 「 走 吧 」 。', '他说：「走吧」。'],
    ['カメラ ー を 買う', 'カメラーを買う'],
    ['ｶﾞｿﾘﾝ ｽﾀﾝﾄﾞ で', 'ｶﾞｿﾘﾝｽﾀﾝﾄﾞで'],
    ['สวัสดี ครับ ทุกคน', 'สวัสดีครับทุกคน'],
    ['ສະບາຍດີ ທຸກຄົນ', 'ສະບາຍດີທຸກຄົນ'],
    ['សួស្តី អ្នក ទាំងអស់', 'សួស្តីអ្នកទាំងអស់'],
    ['မင်္ဂလာပါ ခင်ဗျာ', 'မင်္ဂလာပါခင်ဗျာ'],
    ['안녕하세요 여러분 반갑습니다', '안녕하세요 여러분 반갑습니다'],
    ['the budget, please', 'the budget, please'],
    ['שלום לכולם', 'שלום לכולם'],
    ['', ''],
  ])('joins %s', (spaced, joined) => {
    expect(joinWords(spaced.split(' '))).toBe(joined)
  })

  it('leaves out empty words', () => {
    expect(joinWords(['', 'one', '', 'two', ''])).toBe('one two')
  })

  it('keeps every word', () => {
    const words = 'Parley を 使う 。 と 3 人 が said'.split(' ')
    expect(joinWords(words).replaceAll(' ', '')).toBe(words.join(''))
  })
})

it('counts each letter of a script without spaces as a word', () => {
  expect(wordSegments('第三季度。')).toEqual(['第', '三', '季', '度。'])
  expect(wordSegments('iPhone手机')).toEqual(['iPhone', '手', '机'])
})
