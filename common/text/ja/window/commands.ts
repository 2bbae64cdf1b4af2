import type { Translation } from '../../catalogue'
import { createPlural } from '../../plural'

const plural = createPlural('ja')

export const commands: Translation['window']['commands'] = {
  title: 'コマンドパレット',
  field: 'コマンドを入力',
  none: '一致するコマンドはありません',
  count: (count) => plural(count, { other: '# 個のコマンド' }),
  groups: {
    file: '全般',
    view: '表示',
    recording: '録音中',
    meeting: '会議',
    transcript: '文字起こし',
    help: 'ヘルプ',
  },
  transcript: {
    words: '次または前の単語',
    turns: '次または前の発言',
    ends: '発言の最初または最後の単語',
    play: '現在の単語から再生',
    edit: '発言のテキストを編集',
    menu: 'この発言の操作',
  },
}
