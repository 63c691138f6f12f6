// grammY as its guide shows it: says back what it is told.  node grammy.cjs ADDRESS TOKEN
const { Bot } = require("grammy");

const [base, token] = process.argv.slice(2);
const bot = new Bot(token, { client: { apiRoot: base } });
bot.on("message:text", (ctx) => ctx.reply(ctx.message.text));
process.once("SIGTERM", () => process.exit(0));
bot.start();
