// Every word the page itself says. Chinese first; `?lang=en` or the switch shows the other column.
const TABLE = {
  "title": ["邻里 · 演练小镇", "Linli · practice town"],
  "skip": ["跳到输入框", "Skip to the message box"],
  "people": ["扮演谁", "Play as"],
  "people-in": ["{chat}", "{chat}"],
  "people-alone": ["不在任何群里", "In no group"],
  "chats": ["对话", "Chats"],
  "chats-of": ["{name}的对话", "{name}’s chats"],
  "messages": ["消息", "Messages"],
  "private": ["私聊", "Private chat"],
  "bot": ["机器人", "bot"],
  "members": ["{count} 位成员 · 你是{name}", "{count} members · you are {name}"],
  "private-with": ["与机器人的私聊 · 你是{name}", "Private chat with the bot · you are {name}"],
  "back-people": ["返回：扮演谁", "Back to people"],
  "back-chats": ["返回：对话", "Back to chats"],
  "empty": ["还没有消息。说点什么吧。", "No messages yet. Say something."],
  "empty-private": ["这里是{name}与{bot}的私聊。", "This is {name}’s private chat with {bot}."],
  "no-messages": ["还没有消息", "No messages yet"],
  "unread": ["有未读消息", "unread messages"],
  "write": ["写消息…", "Write a message…"],
  "write-as": ["以{name}的身份写消息", "Write a message as {name}"],
  "caption": ["给照片加一句说明…", "Add a caption…"],
  "send": ["发送", "Send"],
  "attach": ["添加照片、位置或语音", "Attach a photo, a place or a voice message"],
  "samples": ["样例照片", "Sample photos"],
  "upload": ["上传照片…", "Upload a photo…"],
  "location": ["发送位置", "Send a location"],
  "voice": ["发送语音（6 秒）", "Send a voice message (6 s)"],
  "lift-broken": ["电梯坏了", "Broken lift"],
  "lift-fixed": ["电梯修好了", "Repaired lift"],
  "dark-stairwell": ["楼道没灯", "Dark stairwell"],
  "garbage-pile": ["垃圾成堆", "Piled-up garbage"],
  "photo": ["照片", "Photo"],
  "place": ["位置", "Location"],
  "voice-message": ["语音", "Voice message"],
  "too-big": ["照片太大了，请选 5 MB 以内的。", "That photo is too large; choose one under 5 MB."],
  "reply": ["回复", "Reply"],
  "reply-to": ["回复 {name}", "Reply to {name}"],
  "edit": ["编辑", "Edit"],
  "editing": ["编辑消息", "Edit message"],
  "delete": ["删除", "Delete"],
  "cancel": ["取消", "Cancel"],
  "edited": ["已编辑", "edited"],
  "gone": ["消息已删除", "deleted message"],
  "start": ["开始 Start", "Start"],
  "start-why": ["{name}还没有打开过机器人，机器人不能先写给{name}。", "{name} has not started the bot yet, so the bot cannot write to {name} first."],
  "block": ["屏蔽机器人", "Block the bot"],
  "unblock": ["解除屏蔽", "Unblock"],
  "blocked": ["{name}屏蔽了机器人。", "{name} has blocked the bot."],
  "clock": ["小镇时间", "Town time"],
  "hour": ["+1 小时", "+1 hour"],
  "day": ["+1 天", "+1 day"],
  "next": ["下一件到期", "Next due"],
  "nothing-due": ["现在没有等着到期的事。", "Nothing is waiting to fall due."],
  "idle": ["机器人空闲", "Bot is idle"],
  "busy": ["机器人在忙…", "Bot is busy…"],
  "moving": ["时间在走…", "Time is moving…"],
  "offline": ["与小镇断开，正在重连…", "Connection lost, reconnecting…"],
  "language": ["English", "中文"],
  "language-label": ["Switch to English", "切换为中文"],
  "ok": ["知道了", "OK"],
  "dismiss": ["关闭提示", "Dismiss the hint"],
  "hint-resident": ["你现在是{name}。试试在居民群里发：", "You are {name}. Try this in the residents’ group:"],
  "hint-staff": ["你现在是{name}。派给你的事会出现在和{bot}的私聊里，按消息下面的按钮就能处理。", "You are {name}. Work assigned to you arrives in your private chat with {bot}; press the buttons under it."],
  "example": ["/report 三号楼电梯坏了两天没人修", "/report The lift in building 3 is broken"],
  "fill": ["填入", "Fill in"],
};

export const LANGUAGES = ["zh-CN", "en"];

let column = 0;

/** Choose the language: "zh…" or anything else for English. */
export function speak(language) {
  column = language.startsWith("zh") ? 0 : 1;
  document.documentElement.lang = LANGUAGES[column];
}

export function language() {
  return LANGUAGES[column];
}

/** The words of a key, with {blanks} filled. */
export function t(key, blanks = {}) {
  return TABLE[key][column].replace(/\{(\w+)\}/g, (_, name) => blanks[name] ?? "");
}
