const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const organisationAlphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** 统一社会信用代码 (GB 32100-2015) in its one form: 18 capitals with the right check characters, inside and out. */
export function isCreditCode(text: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(text)) return false;
  let [sum, weight] = [0, 1];
  for (const character of text.slice(0, 17)) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return text[17] === alphabet[(31 - (sum % 31)) % 31] && isOrganisationCode(text.slice(8, 17));
}

/** GB 11714: eight characters and a check character of 0…9 and X. */
function isOrganisationCode(text: string): boolean {
  const sum = organisationWeights.reduce((total, weight, at) => total + weight * organisationAlphabet.indexOf(text[at] ?? ""), 0);
  return text[8] === "0123456789X0"[11 - (sum % 11)];
}
