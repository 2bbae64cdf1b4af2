import type { Translation } from '../../catalogue'
import { createPlural } from '../../plural'

const plural = createPlural('ja')

export const check: Translation['window']['check'] = {
  open: 'サウンドを確認',
  title: 'サウンドの確認',
  text: '何か一言話してください。Parley は 5 秒間、自分と相手の両方の音を聞き、3 つの音を鳴らして、このコンピューターの音が聞こえることを確かめます。何も保存されません。',
  card: '会議の前に',
  cardText: '5 秒間聞いて、両方の音が聞こえることを確かめます。',
  source: { microphone: 'マイク', system: 'システム音声' },
  opening: 'デバイスを開いています',
  left: (seconds) => plural(seconds, { other: '聞き取り中、残り # 秒' }),
  done: '完了',
  level: { microphone: 'マイクのレベル', system: 'システム音声のレベル' },
  clipped: '音が大きすぎます',
  play: { microphone: 'マイクの音を再生', system: 'システム音声を再生' },
  playShort: '再生',
  stop: { microphone: 'マイクの音を停止', system: 'システム音声を停止' },
  stopShort: '停止',
  again: 'もう一度確認',
  close: '閉じる',
  findings: {
    microphone: {
      fine: 'マイクは正常に動作しています。',
      silent:
        'このマイクから音が届きませんでした。ミュートされているか、別のマイクかもしれません。マイクは「オーディオ」ページで変更できます。',
      quiet:
        'マイクの音がとても小さいようです。話していた場合は、マイクに近づくか、レベルを上げるか、「オーディオ」ページで別のマイクを選んでください。',
      loud: '音が大きすぎる部分がありました。少し離れるか、レベルを下げてください。',
      substitute: '選択したマイクが接続されていないため、デフォルトのマイクを使用しました。',
    },
    system: {
      fine: 'このコンピューターの音が聞こえています。',
      silent:
        '3 つの音が聞こえませんでした。このコンピューターの音量を上げ、通話をデフォルトの出力デバイスで再生してください。',
      quiet:
        'このコンピューターの音がとても小さいようです。通話の相手の声が聞こえるように、音量を上げてください。',
      loud: 'このコンピューターの音が大きすぎます。音量を下げてください。',
      substitute: '別のデバイスを使用しました。',
    },
  },
}
