// The posts of our towns in English: their files tell them in Chinese. What is not named here stays as it is.
const ROLES = [
  [/居民/, "Resident"],
  [/(\d+)号楼/, "building $1"],
  [/（没有打开过机器人）/, " (has not started the bot)"],
  [/（说英语）/, " (speaks English)"],
  [/替补网格员/, "Substitute grid worker"],
  [/网格员/, "Grid worker"],
  [/一、三网格/, "grids 1 and 3"],
  [/二网格/, "grid 2"],
  [/网格长/, "Head of the grids"],
  [/居委会副主任/, "Deputy chair of the committee"],
  [/居委会主任/, "Chair of the committee"],
  [/派单/, "dispatch"],
  [/居务监督委员会/, "Supervision committee"],
  [/调解员/, "Mediator"],
  [/街道联系人/, "Subdistrict contact"],
  [/包联人/, "Helper"],
];

/** A role as English readers see it. */
export function inEnglish(role) {
  return ROLES.reduce((words, [chinese, english]) => words.replace(chinese, english), role);
}
