/** The two engines differ in a few measured ways; each use says which. */
export const isFirefox = "mozInnerScreenX" in window;
