/** Editables no framework keeps: what stands in the page is all there is. */

import { type Family, reading } from "./family";
import { eraseSelection, typeText } from "./ways";

export const plain: Family = { name: "contenteditable", mark: "", reading: reading(), settles: 60, write: typeText, erase: eraseSelection };
