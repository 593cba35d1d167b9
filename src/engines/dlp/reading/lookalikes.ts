/** Letters of other scripts, each with the Latin letter it cannot be told from (after UTS #39's confusables). */
const PAIRS =
  'аa еe оo рp сc уy хx іi ѕs јj һh ԁd ԛq ԝw ӏl ьb гr пn тt вb мm кk нh АA ВB ЕE КK МM НH ОO РP СC ТT ХX УY ІI ЅS ЈJ ԌG ЗЗ ҮY ԚQ ԜW ЬЬ ' +
  'ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX αa οo νv ιi κk ρp υu τt χx ϲc ϳj εe ηn γy σo ωw ' +
  'օo սu հh ոn տs ցg զq ԼL ՍU ՕO ' +
  'ᎪA ᏴB ᏟC ᎠD ᎬE ᎶG ᎻH ᏆI ᎫJ ᏦK ᏞL ᎷM ᏢP ᏒR ᏚS ᎢT ᏙV ᎳW ᏃZ ' +
  'ꓮA ꓐB ꓚC ꓓD ꓰE ꓝF ꓖG ꓧH ꓲI ꓙJ ꓗK ꓡL ꓟM ꓠN ꓳO ꓑP ꓣR ꓢS ꓔT ꓴU ꓦV ꓪW ꓫX ꓬY ꓜZ ' +
  'ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz ıi ɑa ɡg ɩi ʋv ȷj ǀl ɾr ƒf ɐa ɔo'

export const LOOKALIKES: ReadonlyMap<string, string> = new Map(
  PAIRS.split(' ')
    .filter(pair => pair.length === 2 && pair.charAt(0) !== pair.charAt(1))
    .map(pair => [pair.charAt(0), pair.charAt(1)]),
)
