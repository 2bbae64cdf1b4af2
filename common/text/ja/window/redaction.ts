import type { Translation } from '../../catalogue'
import { createPlural } from '../../plural'

const plural = createPlural('ja')

export const redaction: Translation['window']['redaction'] = {
  tab: '伏せ字',
  intro:
    'このコンピューターの外に出したくない語句を伏せます。文字起こしで単語を選んで H を押すか、ここで見つかった語句を使ってください。',
  found: 'この会議で見つかった語句',
  nothingFound:
    'ほかの番号、住所、名前は見つかりませんでした。ルールですべてが見つかるとは限りません。',
  hide: '伏せる',
  hideThis: (text) => `「${text}」を伏せる`,
  hideAll: (count) => plural(count, { other: '# 件すべてを伏せる' }),
  hidden: '伏せた語句',
  nothingHidden: '伏せた語句はありません。',
  effect:
    'エクスポート、クリップボード、モデルに渡す内容から除かれます。エクスポートした音声では、その部分が無音になります。会議自体は変わりません。',
  show: '元に戻す',
  showThis: (text) => `「${text}」を元に戻す`,
  showAll: 'すべて元に戻す',
  everywhere: '会議全体',
  whole: '会議全体で',
  hideWord: (word) => `エクスポートで「${word}」を伏せる`,
  kinds: {
    card: 'カード',
    iban: '口座',
    phone: '電話',
    number: '番号',
    email: 'メール',
    address: '住所',
    name: '名前',
    hand: '手動で選択',
  },
}
