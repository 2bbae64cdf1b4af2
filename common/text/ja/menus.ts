import type { Translation } from '../catalogue'
import { createPlural } from '../plural'

const plural = createPlural('ja')

export const mainMessages: Translation['menus'] = {
  menu: {
    app: 'Parley',
    file: 'ファイル',
    edit: '編集',
    view: '表示',
    window: 'ウィンドウ',
    recording: '録音',
    meeting: '会議',
    help: 'ヘルプ',
    settingsPages: '設定のページ',
    theme: 'テーマ',
    record: '新しい録音',
    stop: '録音を停止',
    pause: '録音を一時停止',
    resume: '録音を再開',
    captions: '字幕',
    clicksThrough: '字幕の下をクリック',
    roles: {
      about: 'Parley について',
      hide: 'Parley を隠す',
      hideOthers: 'ほかを隠す',
      unhide: 'すべてを表示',
      quit: '終了',
      close: 'ウィンドウを閉じる',
      undo: '取り消す',
      redo: 'やり直す',
      cut: '切り取り',
      copy: 'コピー',
      paste: '貼り付け',
      delete: '削除',
      selectAll: 'すべて選択',
      togglefullscreen: '全画面表示',
      toggleDevTools: '開発者ツール',
      minimize: '最小化',
      zoom: '拡大／縮小',
      front: 'すべてを手前に移動',
    },
  },
  tray: {
    idle: '録音できます',
    starting: '開始中',
    recording: '録音中',
    withNotice: '録音中、問題あり',
    offline: '録音中、オフライン',
    waiting: '録音中、音声を待機',
    muted: '録音中、ミュート',
    paused: '一時停止中',
    finishing: '完了処理中',
    open: 'Parley を開く',
    mark: 'この時点をマーク',
    mute: '自分の音声をミュート',
    recent: '最近の会議',
    tip: (state) => `Parley · ${state}`,
    quit: '終了',
  },
  fileTypes: {
    txt: 'プレーンテキスト',
    md: 'Markdown',
    docx: 'Word 文書',
    srt: 'SubRip 字幕',
    vtt: 'WebVTT 字幕',
    json: 'JSON',
    wav: 'WAV オーディオ',
  },
  import: { title: 'インポート', media: '音声と動画', all: 'すべてのファイル' },
  importFolder: {
    message: (count) =>
      count === 1
        ? 'このフォルダーの録音をインポートしますか？'
        : plural(count, { other: '# 件の録音をインポートしますか？' }),
    first: (count) =>
      plural(count, { other: '録音が # 件を超えています。最初の # 件をインポートしますか？' }),
    import: (count) =>
      count === 1 ? 'インポート' : plural(count, { other: '# 個のファイルをインポート' }),
    cancel: 'キャンセル',
  },
  markdownFolder: 'Markdown ファイルのフォルダーを選択',
  modelFolder: 'モデルのフォルダーを選択',
  modelFiles: 'モデルのファイルを選択',
  modelMirror: {
    message: (host) => `${host} からモデルをダウンロードしますか？`,
    detail:
      'このアドレスは設定で入力されたものです。どのファイルも、使用する前に公開されているフィンガープリントと照合されます。',
    download: 'ダウンロード',
    cancel: 'キャンセル',
  },
  calendar: { choose: 'カレンダーを選択', files: 'カレンダー' },
  keyring: 'システムのキーリング',
  notification: { open: '開く' },
  calls: {
    record: {
      title: (program) => `${program} がマイクを使用しています`,
      body: '「録音」を押さない限り、何も録音されません。先に相手の同意を得てください。',
      yes: '録音',
      no: '今はしない',
      never: (program) => `${program} では尋ねない`,
    },
    stop: {
      title: (program) => `${program} の通話が終了しました`,
      body: '録音は続いています。会議が終わったら停止してください。',
      yes: '録音を停止',
      no: '録音を続ける',
      never: (program) => `${program} では尋ねない`,
    },
  },
  forgotten: {
    silence: { title: '録音を続けますか？', body: '15 分間、発言がありません。' },
    'end-time': {
      title: '録音を停止しますか？',
      body: 'この録音に設定した終了時刻になりました。',
    },
    then: {
      keep: '停止しない限り、Parley は録音を続けます。',
      stop: '続けると選ばない限り、2 分後に録音が停止します。',
    },
    keep: '録音を続ける',
    stop: '録音を停止',
  },
  shortcut: {
    recording: '録音中',
    stopped: '録音を停止しました',
    resumed: '録音を再開しました',
    marked: 'マークしました',
    muted: '自分の音声をミュートしました',
    unmuted: '自分の音声の録音を再開しました',
  },
  stillRecording: {
    title: 'Parley は録音を続けています',
    body: 'ウィンドウを閉じても録音は続きます。ウィンドウを開くには、トレイから開くか、Parley をもう一度起動してください。',
  },
  quit: {
    message: '録音中です',
    detail: '終了すると、先に録音が停止します。テキストと音声は保存されます。',
    stopAndQuit: '停止して終了',
    keepRecording: '録音を続ける',
  },
  libraryRecovered:
    'ライブラリが破損していたため、修復しました。読み取れる内容はすべて残っています。破損したファイルはコピーのフォルダーにあります。',
  libraryDamaged: {
    message: 'ライブラリの一部が破損しています。',
    detail: '読み取れる内容はすべて残っています。ライブラリは Parley の起動時に修復されます。',
    restart: '再起動して修復',
    later: '後で',
  },
  chat: {
    providers: {
      ollama: 'Ollama',
      'lm-studio': 'LM Studio',
      'llama-cpp': 'llama.cpp サーバー',
      assemblyai: 'AssemblyAI LLM Gateway',
      other: 'このサーバー',
    },
    message: (provider) => `会議のテキストを ${provider} に送信しますか？`,
    detail: (origin) =>
      `送信先は ${origin} です。\n\n送信されるもの：要約や質問の対象となる会議の言葉と話者の名前、入力した質問。送信されないもの：音声、メモ、ほかの会議（すべての会議について質問した場合を除く）。\n\nボタンを押さない限り、何も送信されません。この確認はアドレスごとに一度だけ表示されます。`,
    send: '送信',
    cancel: 'キャンセル',
  },
  secondCopy: 'Parley はすでに起動しています。そのウィンドウを手前に表示しました。',
  badSwitch: 'コマンドラインオプションを使用できません。',
}
