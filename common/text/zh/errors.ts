import type { Translation } from '../catalogue'

export const errorSentences: Translation['errors'] = {
  'app-not-running': 'Parley 没有运行，因此没有可执行的操作。请先启动 Parley。',

  'key-empty': '输入框中还没有 API 密钥。请粘贴 AssemblyAI 账户中的 API 密钥。',
  'key-has-spaces':
    '此 API 密钥包含空格或换行符。未保存任何内容；请重新复制完整的 API 密钥并粘贴。',
  'key-not-ascii':
    '此 API 密钥包含 AssemblyAI 的 API 密钥中不会出现的字符。未保存任何内容；请重新复制完整的 API 密钥并粘贴。',
  'key-too-short': '此文字太短，不是 API 密钥。未保存任何内容；请重新复制完整的 API 密钥并粘贴。',
  'key-too-long': '此文字超过 512 个字符，因此不是 API 密钥。未保存任何内容；请重新复制 API 密钥。',
  'key-name-empty': 'API 密钥需要名称，例如“工作”。未保存任何内容。',
  'key-name-taken': '已有同名的 API 密钥。未保存任何内容；请选择其他名称。',
  'key-not-found': '此 API 密钥已不在列表中。要使用它，请重新添加。',
  'key-missing-in-keychain':
    '钥匙串中已没有此 API 密钥。会议是安全的；请通过“替换”重新粘贴 API 密钥。',
  'no-key': '没有使用中的 API 密钥。请添加 API 密钥，或选择本机引擎。',

  'keychain-library-missing':
    '这台电脑上未安装钥匙串库（libsecret）。未做任何更改；请安装 libsecret-1-0，或将 API 密钥保留到退出为止。',
  'keychain-no-session':
    '此会话没有 D-Bus，因此 Parley 无法访问钥匙串。未做任何更改；请将 API 密钥保留到退出为止，或从桌面会话启动 Parley。',
  'keychain-no-service':
    '没有正在运行的钥匙串服务（GNOME Keyring 或 KWallet）。未做任何更改；请启动一个服务，或将 API 密钥保留到退出为止。',
  'keychain-not-set-up':
    '这台电脑还没有密钥环。未做任何更改；请在“密码和密钥”（Seahorse）中创建默认密钥环后重试，或将 API 密钥保留到退出为止。',
  'keychain-locked': '钥匙串已锁定。未做任何更改；请解锁后重试，或将 API 密钥保留到退出为止。',
  'keychain-dismissed':
    '钥匙串请求许可的对话框已被关闭。未做任何更改；请重试，或将 API 密钥保留到退出为止。',
  'keychain-timeout':
    '钥匙串在 10 秒内没有响应。未做任何更改；请查看屏幕上是否有它的对话框后重试，或将 API 密钥保留到退出为止。',
  'keychain-failed': '钥匙串拒绝了请求。未做任何更改；请重试，或将 API 密钥保留到退出为止。',

  'token-parameter': '令牌的某个值超出范围。未发送请求；请更正该值后重试。',
  'bad-request': 'AssemblyAI 没有接受请求。详细信息说明了有问题的部分。',
  'key-rejected':
    'AssemblyAI 不接受此 API 密钥。音频已保存；请检查 API 密钥及其区域，或替换 API 密钥。',
  'key-wrong-zone': '此 API 密钥属于其他区域，见详细信息。API 密钥未更改；请选择该区域重新添加。',
  'key-forbidden':
    'AssemblyAI 不允许此 API 密钥进行流式传输。音频已保存；请在账户中检查 API 密钥的权限。',
  'payment-required': 'AssemblyAI 账户已没有余额。音频已保存；请为账户充值。',
  'service-not-found': '服务的地址已更改。音频已保存；请检查 Parley 是否有更新。',
  'rate-limited': '启动的会话过多，AssemblyAI 要求 Parley 等待。音频已保存，Parley 会自动重试。',
  'service-unavailable': 'AssemblyAI 暂时不可用。音频已保存，Parley 会自动重试。',
  offline: '没有网络。音频已保存，网络恢复后实时文字会继续。',
  'dns-failed': '找不到 AssemblyAI 的地址。音频已保存；请检查网络及其 DNS。',
  'tls-failed':
    '与 AssemblyAI 的安全连接被拒绝。音频已保存；请检查这台电脑的时钟，以及会检查流量的代理。',
  'proxy-failed': '此网络的代理拦截了请求。音频已保存；请检查系统的代理设置。',
  'proxy-sign-in-needed':
    '此网络的代理要求输入用户名和密码。音频已保存；登录后，Parley 会自动继续。',
  'proxy-rejected': '代理没有接受此用户名和密码。未保存任何内容；请更正后重试。',
  'proxy-not-stored': '已登录代理，但钥匙串没有保存密码。下次启动后，Parley 会再次询问。',
  'proxy-not-asking': '现在没有代理要求输入密码。未发送任何内容。',
  'socket-blocked':
    'AssemblyAI 有响应，但无法打开实时连接。此网络的代理或防火墙可能拦截了 WebSocket。音频已保存，Parley 会自动重试。',
  'connection-failed': '连接 AssemblyAI 失败。音频已保存，Parley 会自动重试；请检查网络和防火墙。',
  'timed-out': 'AssemblyAI 在 10 秒内没有响应。音频已保存；请重试。',
  'bad-answer': '服务的响应中没有令牌。音频已保存；请重试，或检查 Parley 是否有更新。',
  redirected: '服务将请求重定向到其他主机，Parley 不会跟随。API 密钥没有发送到那里。',
  'token-not-lent': '只有录音程序能获得令牌，而且仅在录音期间。',

  'transcript-failed': 'AssemblyAI 无法转写这部分音频。音频已保存；详细信息说明了原因。',

  'begin-timeout': '转写在 10 秒内没有开始。音频已保存，Parley 会重试。',
  'model-mismatch': 'AssemblyAI 使用的模型与所选的不同，并按该模型的价格计费。文字已保存。',
  'model-refused':
    'AssemblyAI 不接受所选的模型。此会议由其默认模型转写；请在“转写”页面选择其他模型。',
  'setting-not-applied':
    'AssemblyAI 没有应用此会议的一项设置。文字已保存；详细信息说明了是哪一项。',
  'cost-limit':
    '本月 AssemblyAI 的费用已大致达到设定的上限。录音不受影响；请在“转写”页面更改上限，或使用这台电脑上的引擎。',
  'service-warning': 'AssemblyAI 对此会话发出警告。录音仍在继续；详细信息说明了警告内容。',
  'session-refused': 'AssemblyAI 拒绝了会话。音频已保存；详细信息说明了原因。',
  'session-bad-input': 'AssemblyAI 没有接受此会话的一项设置。音频已保存；请检查“转写”页面。',
  'session-lost': '连接已断开。音频已保存，Parley 会重新连接。',
  'session-offline': '连接多次失败，实时文字已中断。音频仍在录制，Parley 会继续尝试。',

  'no-source': '两个音源都已关闭。请打开麦克风或系统音频，然后点击“录音”。',
  'no-microphone': '没有找到麦克风。请连接麦克风；正在进行的录音会自动使用它。',
  'microphone-denied': '这台电脑不允许 Parley 使用麦克风。请在系统的隐私设置中允许，然后重试。',
  'microphone-busy': '其他程序正在使用麦克风。请关闭该程序，或选择其他麦克风。',
  'microphone-failed': '无法打开麦克风。请在“音频”页面选择其他麦克风，或重新连接。',
  'microphone-ended': '麦克风已断开。到目前为止的录音是安全的；请重新连接或选择其他麦克风。',
  'microphone-replaced': '所选麦克风未连接。在它恢复之前，将使用默认麦克风录音。',
  'system-denied':
    '这台电脑不允许 Parley 录制系统音频。麦克风不受影响；请在隐私设置中允许系统音频，然后重新打开它。',
  'system-unsupported':
    '这里无法录制系统音频。麦克风不受影响；在 Linux 上，Parley 需要 PulseAudio 或 PipeWire。',
  'system-failed': '无法打开系统音频。麦克风不受影响，Parley 会自动重试。',
  'system-default-only':
    '只能听到这台电脑默认输出上播放的声音。已录制的内容是安全的；如果一直听不到对方，请在通话程序中选择该输出。',
  'system-monitor-muted':
    '有程序在播放声音，但其输出对录音静音，因此听不到对方。已录制的内容是安全的；请点击“取消静音”以听到声音。',
  'system-not-chosen':
    '正在播放声音的程序不是所选的程序，因此没有录制。已录制的内容是安全的；要录下两者，请点击“录制全部”。',
  'playback-recorded':
    '这台电脑无法区分，因此 Parley 现在播放的声音会录为对方的声音。录音的其余部分是安全的；播放会议前请先暂停录音。',
  'already-recording': '已有录音正在进行。',
  'not-recording': '没有正在进行的录音。',
  'recorder-restarting': '录音程序意外停止，正在重新启动。到目前为止的录音是安全的。',
  'microphone-silent': '麦克风没有声音。录音仍在继续；请检查麦克风是否已连接且未静音。',
  'no-words': '似乎有人在说话，但已有 20 秒没有文字。音频已保存；请检查语言和麦克风。',
  'service-behind': '文字延迟超过 10 秒。音频已保存，文字会自动追上。',
  'disk-low': '磁盘可用空间不足 500 MB。到目前为止的录音是安全的；请腾出空间，以便录音继续。',
  'slept-paused':
    '电脑曾处于睡眠状态，因此录音已暂停。到目前为止的录音是安全的；点击“继续”即可继续录音。',
  slept: '电脑曾处于睡眠状态，期间没有录音。录音仍在继续，之前的所有内容都是安全的。',
  'disk-full': '磁盘已满。到目前为止的录音是安全的；请腾出空间，以便保存音频。',
  'audio-write-failed': '音频无法写入磁盘。文字仍在继续；请检查磁盘。',
  'audio-read-failed': '无法从磁盘读取音频。音频没有更改；请检查磁盘后重试。',
  'library-busy':
    '其他程序正在使用资料库。所有发言都会保留，资料库空闲后立即保存；如果等待时间较长，请关闭该程序。',
  'copy-not-found': '无法读取资料库的此副本。未做任何更改；请选择其他副本。',
  'library-unavailable':
    '无法打开会议资料库。其中的内容没有更改；请检查磁盘，然后重新启动 Parley。',
  'library-damaged':
    '资料库的一部分已损坏。所有可读取的内容都已保留；请退出并重新启动 Parley，以修复资料库。',
  'library-no-rights':
    'Parley 没有写入资料库文件夹的权限。未做任何更改；请为账户授予该文件夹的写入权限，然后重新启动 Parley。',
  'library-newer':
    '会议资料库由更新版本的 Parley 写入。其中的内容没有更改；请更新 Parley 以打开它。',
  'library-migration-failed':
    '会议资料库无法更新，因此是只读的。内容没有更改，旁边有一个副本；请腾出磁盘空间，然后重新启动 Parley。',
  'library-read-only':
    '会议资料库无法更新，因此 Parley 不能录音。会议是安全的；请腾出磁盘空间，然后重新启动 Parley。',
  'library-write-failed': '文字无法写入磁盘。文字仍保留在屏幕上，Parley 会重试；请检查磁盘。',
  'meeting-not-found': '此会议已不在资料库中。',
  'meeting-recording': '此会议正在录音。未做任何更改；请先停止录音。',
  'meeting-not-deleted':
    '无法删除此会议的音频。会议仍在回收站中；请关闭使用其文件的程序，然后重试。',
  'turn-not-found': '这些文字已不在会议中。未做任何更改。',
  'turn-not-final': '这些文字可能还会变化。未做任何更改；稍后即可更正。',
  'search-failed': '搜索失败。会议是安全的；请重新输入，或重新启动 Parley。',
  'export-failed': '无法写入文件。会议没有更改；请选择其他文件夹。',
  'no-sound': '此会议的音频已不存在。文字没有更改。',
  'sound-not-packed': '会议的音频无法压缩，因此按录制时的样子保留。Parley 会在下次启动时重试。',
  'retranscription-busy': '正在重新转写其他会议。请等待完成，或取消它。',
  'job-attempts':
    '这部分已向 AssemblyAI 发送三次仍无结果，因此 Parley 不再为其付费。音频已保存；“重新转写”可再试一次。',
  'job-day-limit':
    'Parley 一天内已向 AssemblyAI 发送 200 个录音。为避免超出预期的费用，明天之前不会再发送。',
  'retranscription-gaps': 'Parley 仍在补全此会议中缺少的文字。文字没有更改；请在完成后重试。',
  'import-unsupported':
    'Parley 无法读取此文件的音频类型。未导入任何内容；请转换为 WAV、MP3 或 M4A 后重试。',
  'import-track': '此文件的一条音轨是 Parley 无法读取的音频类型。其他音轨已导入，文件没有更改。',
  'import-empty': '此文件是空的。未导入任何内容；请检查录音是否已保存。',
  'import-not-a-file': '这不是可以完整读取的文件。未导入任何内容；请选择音频或视频文件。',
  'import-folder-empty': '此文件夹中没有音频或视频文件。未导入任何内容；请直接拖放文件。',
  'import-damaged': '此文件已损坏，无法读取其音频。未导入任何内容，文件没有更改。',
  'import-cut': '此文件已损坏或不完整。可读取的部分已导入，文件没有更改。',
  'import-no-sound': '此文件不包含音频。未导入任何内容，文件没有更改。',
  'import-silent': '此文件的音频没有声音。未导入任何内容，文件没有更改。',
  'import-too-long': '此文件超过一天。未导入任何内容；请分成几部分后重试。',
  'import-unreadable': '无法从磁盘读取此文件。未导入任何内容；请检查文件后重试。',
  'import-disk-full':
    '磁盘没有空间存放此文件的音频。未导入任何内容，会议是安全的；请腾出空间后重新导入文件。',
  'import-not-written':
    '此文件的音频无法写入磁盘。未导入任何内容，会议是安全的；请检查磁盘后重新导入文件。',
  'copy-failed': '未复制任何内容。会议没有更改；请在窗口内点击后重试。',
  cancelled: '未写入任何内容。',
  'markdown-folder-missing':
    '会议的 Markdown 文件夹不存在。会议安全地保存在资料库中，文件夹恢复后会写入；也可以选择其他文件夹。',
  'markdown-folder-failed':
    'Parley 无法写入会议的 Markdown 文件夹。会议安全地保存在资料库中，Parley 会重试；请在那里腾出空间，或选择其他文件夹。',

  'engine-model-missing':
    '这台电脑上未安装语音模型。音频已保存；请重新安装 Parley，或使用 API 密钥。',
  'engine-model-damaged':
    '这台电脑上的语音模型已损坏。音频已保存；请重新安装 Parley，或使用 API 密钥。',
  'engine-failed': '本机引擎已停止。音频已保存，引擎正在重新启动。',
  'engine-unsupported': '本机引擎无法在这种电脑上运行。请改用 AssemblyAI 的 API 密钥。',

  'model-unknown': '此模型已不在列表中。未做任何更改。',
  'model-no-space': '没有足够的空间存放此模型。未下载任何内容；请腾出空间后重试。',
  'model-disk-full': '磁盘已满。模型已下载的部分会保留；请腾出空间后点击“继续”，或将其删除。',
  'model-cut': '连接多次中断。模型已下载的部分会保留；网络恢复后请点击“继续”。',
  'model-not-served': '服务器没有此文件。未安装任何内容；请稍后重试，或使用在别处下载的文件。',
  'model-redirect':
    '服务器指向了不安全的地址，因此没有从那里下载。请稍后重试，或使用在别处下载的文件。',
  'model-wrong-length': '文件的大小与公布的不同，因此已删除。请重新下载，或从其他地址下载。',
  'model-wrong-hash': '文件与公布的不同，因此没有使用。请重新下载，或从其他地址下载。',
  'model-archive-refused':
    '模型的压缩包含有不应出现的内容，因此没有解压。请重新下载，或从其他地址下载。',
  'model-not-kept': '模型无法写入磁盘。未安装任何内容；请检查磁盘后重试。',
  'model-not-removed': '无法删除模型的部分文件。请重试，或在 Parley 的文件夹中删除它们。',
  'model-unknown-file':
    '这些文件不是 Parley 提供下载的文件，或缺少其中一个。未安装任何内容；请选择一个模型的所有文件。',
  'model-not-recognised':
    '此文件夹中没有 Parley 可以使用的模型。未做任何更改；请选择包含模型文件和 tokens.txt 的文件夹。',
  'model-mirror-address':
    '下载地址无法使用。未下载任何内容；请输入以 https:// 或 http:// 开头的地址，或留空。',
  'model-set-aside':
    '某个模型两次导致本机引擎退出，因此不再载入。音频已保存，Parley 使用 Moonshine；可在设置中重试该模型。',
  'speakers-missing':
    '这台电脑上没有区分说话人的模型。未作任何更改；请在“模型”页面下载 Speakers，然后重试。',
  'voice-no-name': '此说话人没有姓名，因此未保留声音。请先为说话人命名，然后重试。',
  'voice-too-short': '会议中此声音太少，因此未保留。请在此人说话更久的会议中再试。',
  'voice-not-kept': '声音无法写入磁盘。未保留任何内容；请检查磁盘，然后重试。',
  'voice-not-deleted':
    '声音未能完全删除。请重试，或在 Parley 数据文件夹的 voices 文件夹中删除其文件。',

  'chat-none': '没有选择可以阅读会议的模型。未发送任何内容；请在“摘要”页面选择。',
  'chat-no-model': '缺少模型名称。未发送任何内容；请在“摘要”页面选择。',
  'calendar-not-read': '无法读取日历。之前读取的日程仍会使用；如果文件已移动，请重新选择日历。',
  'calendar-none': '这不是日历。会议照常录音；请选择 .ics 文件，或其地址。',
  'calendar-too-large': '日历超过 20 MB，因此没有读取；请选择年数较少的日历。',
  'calendar-bad-address': '此地址无法使用。未发送任何内容；地址须以 https 或 webcal 开头。',
  'calendar-not-fetched': '无法从地址获取日历。之前读取的日程仍会使用，Parley 会在 30 分钟后重试。',
  'chat-no-address': '缺少服务器地址。未发送任何内容；请在“摘要”页面输入。',
  'chat-bad-address': '此地址无法使用。未发送任何内容；地址须以 https 开头，或在这台电脑上。',
  'chat-not-agreed': '未发送任何内容，会议没有更改。',
  'chat-not-reached': '模型没有响应。会议没有更改；请检查其服务器是否在运行，然后重试。',
  'chat-key-rejected': '服务器不接受模型的密钥。会议没有更改；请检查密钥。',
  'chat-not-there': '服务器没有此模型，或此地址没有聊天功能。会议没有更改；请重新选择模型。',
  'chat-no-credit': '模型的账户已没有余额。会议没有更改；请为账户充值。',
  'chat-busy': '模型的服务器要求等待。会议没有更改；请一分钟后重试。',
  'chat-refused': '模型的服务器没有接受请求。会议没有更改；详细信息说明了原因。',
  'chat-failed': '模型的服务器出现问题。会议没有更改；请重试，或选择其他模型。',
  'chat-redirected':
    '模型的服务器重定向了请求，Parley 不会跟随。密钥没有发送到那里，会议没有更改。',
  'chat-cut': '回答完成之前，与模型的连接已断开。会议没有更改；请重试。',
  'chat-slow': '模型停止了回答。会议没有更改；请重试，或选择较小的模型。',
  'chat-bad-answer': '无法读取模型的回答。会议没有更改；请检查地址，或选择其他模型。',
  'minutes-no-words': '此会议还没有文字，因此没有可以总结的内容。未发送任何内容。',
  'minutes-no-template': '此模板已不存在，或没有章节。未发送任何内容；请选择其他模板。',
  'minutes-running': '已有模型在阅读此会议。请等待完成，或取消它。',
  'folder-not-opened': '无法打开文件夹。未做任何更改。',
  'chat-empty': '模型的回答是空的。会议没有更改；请重试。',
  'suggestion-empty': '模型没有给出可用的标题或标签。会议未改变；请重试，或选择其他模型。',

  'update-failed':
    '无法下载更新。此版本可以继续使用，Parley 会自动重试；如果持续出现，请检查网络。',
  'update-not-signed': '更新没有 Parley 开发者的签名，因此没有安装。此版本可以继续使用。',
  'update-while-recording': '录音正在进行，因此未做任何更改。请先停止录音，然后重新启动。',
  'update-not-ready': '没有可以安装的更新。未做任何更改。',

  'settings-not-saved': '设置无法写入磁盘，因此未做任何更改。录音是安全的；请检查磁盘后重试。',

  'bad-input': '此值无法使用。未做任何更改。',
  'not-allowed': '此页面不允许该操作。未做任何更改。',
  internal: 'Parley 内部出现问题。录音是安全的；请重试，或重新启动 Parley。',
}

export const errorDetails: Translation['errorDetails'] = {
  wrongCharacter: (place, what) => `第 ${place} 个字符是${what}`,
  spaceOrLineBreak: '空格或换行符',
  zones: { default: '默认区域', us: '美国区域', eu: '欧盟区域' },
  quoted: (character) => `“${character}”`,
}
