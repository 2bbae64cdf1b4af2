import type { Translation } from '../../catalogue'

export const firstRun: Translation['window']['firstRun'] = {
  title: '3 つの確認（約 1 分）',
  text: 'どの確認もスキップでき、後から設定で行えます。',
  step: (number, name) => `${number}. ${name}`,
  done: '完了',
  transcription: {
    title: '文字起こし',
    onDevice: 'このコンピューターで行います。英語のみ、アカウントは不要で、データは外に出ません。',
    service: 'AssemblyAI の API キーを使います。録音中、音声は AssemblyAI に送信されます。',
    useKey: 'AssemblyAI の API キーを使う…',
    useOnDevice: '代わりにこのコンピューターを使う',
    works: (seconds) => `API キーは有効です。トークンを ${seconds}で取得しました。`,
  },
  microphone: {
    title: '自分のマイク',
    text: '何か話してください。バーが動けば正常です。',
    again: 'もう一度テスト',
    level: 'マイクのレベル',
  },
  system: {
    title: '相手の音声',
    text: 'Parley がチャイムを鳴らして聞き取り、このコンピューターの通話が聞こえることを確かめます。',
    play: 'チャイムを鳴らす',
    again: 'もう一度鳴らす',
  },
  opening: 'デバイスを開いています',
  listening: '聞き取り中',
  skipAll: 'すべてスキップ',
  skip: 'スキップ',
  next: '次へ',
  finish: '完了',
}
