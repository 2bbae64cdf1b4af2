import type { Translation } from '../../catalogue'

export const captions: Translation['window']['captions'] = {
  title: '字幕',
  words: 'ライブ字幕',
  idle: '録音していません。',
  starting: '開始中',
  controls: '字幕の操作',
  keys: '矢印キーで字幕を移動します。Shift を押しながらで幅を変更します。Escape で閉じます。',
  textSize: '文字サイズ',
  sizes: { small: '小さい文字', medium: '標準の文字', large: '大きい文字' },
  letter: 'あ',
  clear: '背景を透明にする',
  clickThrough: '下をクリック',
  clickThroughText: 'クリックは字幕の下のウィンドウに届きます。',
  clicksGoThrough:
    'クリックは下のウィンドウに届くようになりました。オフにするには、Parley の「字幕」の横のメニューかトレイを使ってください。',
  goThere: '字幕に移動',
  close: '閉じる',
}
