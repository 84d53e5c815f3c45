// Writes how Chinese characters sound, from an unpacked npm package, as published:
//
//   npm pack pinyin-pro@3.29.4 && tar xzf pinyin-pro-3.29.4.tgz
//   node extract-pinyin.mjs package > pinyin.txt
//
// A line of the result is a syllable without its tone and the characters that mostly sound so; ü is written v. Then come words,
// in which a character sounds otherwise than alone, syllables joined by hyphens.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

// Words and places of business with a character that sounds otherwise there than alone.
const words = `
东莞 东阿 会计 供给 便宜 偿还 六安 关卡 出差 厂长 厦门 同行 增长 开户行 归还 总行 成都 成长 投降 支行
标的 校准 校对 校长 校验 模具 模板 没收 番禺 的确 目的 着重 组长 给予 给付 蚌埠 行业 行列 行号 行情
西藏 角色 调度 调查 调用 调研 还原 部长 都市 重复 重庆 重新 铅山 银行 院长 音乐 首都
`.trim().split(/\s+/u);

const firstCharacter = 0x4e00;
const lastCharacter = 0x9fff;

const folder = process.argv[2];
if (!folder) {
  console.error("usage: node extract-pinyin.mjs FOLDER");
  process.exit(2);
}

const root = resolve(folder);
const manifest = JSON.parse(readFileSync(resolve(root, "package.json"), "utf8"));
if (manifest.name !== "pinyin-pro") {
  throw new Error(`${folder} holds ${manifest.name}, not pinyin-pro.`);
}

const { pinyin } = createRequire(import.meta.url)(resolve(root, "dist/index.js"));
const soundsOf = (text) => pinyin(text, { toneType: "none", type: "array", v: true });
const isSyllable = (sound) => /^[a-z]+$/u.test(sound);

const bySound = new Map();
const soundOf = new Map();
for (let code = firstCharacter; code <= lastCharacter; code++) {
  const character = String.fromCodePoint(code);
  const [sound] = soundsOf(character);
  if (isSyllable(sound)) {
    soundOf.set(character, sound);
    bySound.set(sound, (bySound.get(sound) ?? "") + character);
  }
}

const special = [...new Set(words)].map((word) => [word, soundsOf(word)])
  .filter(([word, sounds]) => sounds.every(isSyllable) && sounds.some((sound, index) => sound !== soundOf.get(word[index])));

const notice = readFileSync(resolve(root, "LICENSE"), "utf8").trim().split(/\r?\n/u);
console.log([
  `npm package ${manifest.name} ${manifest.version}, extracted by src/LowCodeErp.Core/Naming/extract-pinyin.mjs`, "", ...notice,
].map((line) => `# ${line}`.trimEnd()).join("\n"));
console.log([...bySound].sort(([one], [other]) => (one < other ? -1 : 1)).map(([sound, characters]) => `${sound} ${characters}`).join("\n"));
console.log(special.map(([word, sounds]) => `${sounds.join("-")} ${word}`).sort().join("\n"));
