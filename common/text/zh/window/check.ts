import type { Translation } from '../../catalogue'
import { createPlural } from '../../plural'

const plural = createPlural('zh')

export const check: Translation['window']['check'] = {
  open: '检查声音',
  title: '声音检查',
  text: '请说一句话。Parley 会用五秒钟聆听双方的声音，并播放三个音符，以确认能听到这台电脑的声音。不会保存任何内容。',
  card: '会议之前',
  cardText: '聆听五秒钟，确认双方的声音都能听到。',
  source: { microphone: '麦克风', system: '系统音频' },
  opening: '正在打开设备',
  left: (seconds) => plural(seconds, { other: '正在聆听，还剩 # 秒' }),
  done: '完成',
  level: { microphone: '麦克风电平', system: '系统音频电平' },
  clipped: '声音过大',
  play: { microphone: '播放麦克风的声音', system: '播放系统音频' },
  playShort: '播放',
  stop: { microphone: '停止麦克风的声音', system: '停止系统音频' },
  stopShort: '停止',
  again: '再次检查',
  close: '关闭',
  findings: {
    microphone: {
      fine: '麦克风工作正常。',
      silent: '此麦克风没有声音。它可能已静音，或者不是要用的那个。可在“音频”页面选择其他麦克风。',
      quiet:
        '麦克风收到的声音很小。如果刚才说了话，请靠近一些、调高电平，或在“音频”页面选择其他麦克风。',
      loud: '有些部分声音过大。请离远一些，或调低电平。',
      substitute: '所选麦克风未连接，因此使用了默认麦克风。',
    },
    system: {
      fine: 'Parley 能听到这台电脑的声音。',
      silent: 'Parley 没有听到那三个音符。请调高这台电脑的音量，并用默认输出设备播放通话。',
      quiet: '这台电脑的声音很小。请调高音量，以便听到通话中的其他人。',
      loud: '这台电脑的声音过大。请调低音量。',
      substitute: '使用了其他设备。',
    },
  },
}
