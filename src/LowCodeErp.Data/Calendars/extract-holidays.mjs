// Extracts the days of 2024 to 2026 that differ from the week from an unpacked npm package, as published:
//
//   npm pack holiday-calendar@1.3.3 && tar xzf holiday-calendar-1.3.3.tgz
//   node extract-holidays.mjs holiday-calendar package > holidays-cn.json
//   npm pack chinese-workday@1.16.1 && tar xzf chinese-workday-1.16.1.tgz
//   node extract-holidays.mjs chinese-workday package > ../../../tests/data/calendar/chinese-workday.json
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const firstYear = 2024;
const lastYear = 2026;

const readers = { "holiday-calendar": readHolidayCalendar, "chinese-workday": readChineseWorkday };

const [name, folder] = process.argv.slice(2);
const read = readers[name];
if (!read || !folder) {
  console.error(`usage: node extract-holidays.mjs ${Object.keys(readers).join("|")} FOLDER`);
  process.exit(2);
}

const manifest = JSON.parse(readFileSync(resolve(folder, "package.json"), "utf8"));
if (manifest.name !== name) {
  throw new Error(`${folder} holds ${manifest.name}, not ${name}.`);
}

const days = (await read(resolve(folder))).sort((one, other) => one.date.localeCompare(other.date));
const lines = days.map((day) => `    ${JSON.stringify(day)}`).join(",\n");
console.log(`{
  "source": ${JSON.stringify(`npm package ${name} ${manifest.version}, extracted by src/LowCodeErp.Data/Calendars/extract-holidays.mjs`)},
  "licence": ${JSON.stringify(readFileSync(resolve(folder, "LICENSE"), "utf8").trim())},
  "days": [
${lines}
  ]
}`);

function readHolidayCalendar(root) {
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);
  return years.flatMap((year) => JSON.parse(readFileSync(resolve(root, `data/CN/${year}.json`), "utf8")).dates).map((entry) => ({
    date: entry.date,
    isWorking: isMakeUpDay(entry),
    name: { "zh-CN": entry.name_cn, en: entry.name_en },
  }));
}

function isMakeUpDay({ date, type }) {
  if (type !== "public_holiday" && type !== "transfer_workday") {
    throw new Error(`${date} is of the unknown type ${type}.`);
  }

  return type === "transfer_workday";
}

/** It says of every day whether it is worked; kept are the festivals and what differs from the week. */
async function readChineseWorkday(root) {
  const { isWorkday, getFestival } = await import(pathToFileURL(resolve(root, manifest.module)));
  const days = [];
  for (let time = Date.UTC(firstYear, 0, 1); time < Date.UTC(lastYear + 1, 0, 1); time += 86_400_000) {
    const date = new Date(time).toISOString().slice(0, 10);
    const isWeekend = [0, 6].includes(new Date(time).getUTCDay());
    const isWorking = isWorkday(date);
    const festival = getFestival(date);
    if (isWorking === isWeekend || !["工作日", "周末"].includes(festival)) {
      days.push({ date, isWorking, name: { "zh-CN": festival } });
    }
  }

  return days;
}
